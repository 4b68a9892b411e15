import { Copy } from "lucide-react";
import { useState } from "react";
import { Button } from "../../components/Button.tsx";
import { TextField } from "../../components/TextField.tsx";
import { announce } from "../../shell/announce.ts";

/** Something that is shown this one time: an invitation link, a token. */
export function SecretOnce({ label, secret, hint }: { label: string; secret: string; hint: string }) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(secret);
    setCopied(true);
    announce(`${label} copied`);
  };
  return (
    <div className="stack">
      <TextField
        label={label}
        hint={hint}
        mono
        readOnly
        value={secret}
        onFocus={(event) => event.currentTarget.select()}
      />
      <Button icon={<Copy size={16} aria-hidden="true" />} onClick={() => void copy()}>
        {copied ? "Copied" : "Copy"}
      </Button>
    </div>
  );
}
