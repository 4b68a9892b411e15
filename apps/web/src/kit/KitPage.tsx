/** Every component in both themes, for looking at and for the accessibility check. Development only. */
import { useSearchParams } from "react-router";
import { Shell } from "../shell/Shell.tsx";
import "./Kit.css";
import { KitData } from "./KitData.tsx";
import { KitFields } from "./KitFields.tsx";
import { KitLayers } from "./KitLayers.tsx";
import { KitMarks } from "./KitMarks.tsx";
import { KitReading } from "./KitReading.tsx";

export function Component() {
  const [query] = useSearchParams();
  const theme = query.get("theme");
  return (
    <Shell
      person={{ name: "Ada Byron", email: "ada@example.org" }}
      onDeclare={() => {}}
      onSignOut={() => {}}
      onNotFetched={() => {}}
    >
      <h1 className="kit-title">Kit</h1>
      {theme === "both" ? (
        <div className="kit-both">
          <div data-theme="light" className="kit-side">
            <KitMarks />
          </div>
          <div data-theme="dark" className="kit-side">
            <KitMarks />
          </div>
        </div>
      ) : (
        <div className="kit">
          <KitMarks />
          <KitFields />
          <KitLayers />
          <KitData />
          <KitReading />
        </div>
      )}
    </Shell>
  );
}
