import { Toast as Base } from "@base-ui/react/toast";
import { X } from "lucide-react";
import { useEffect } from "react";
import { IconButton } from "../IconButton.tsx";
import { receiveToasts, type ToastMessage } from "./queue.ts";
import "./Toast.css";

interface ToastData {
  readonly tone: "neutral" | "danger";
}

const manager = Base.createToastManager<ToastData>();

/** A failure is announced at once and stays until it is closed. */
function add({ title, description, tone = "neutral", action, id }: ToastMessage): void {
  manager.add({
    title,
    description,
    data: { tone },
    priority: tone === "danger" ? "high" : "low",
    timeout: tone === "danger" ? 0 : 6000,
    ...(id === undefined ? {} : { id }),
    ...(action === undefined ? {} : { actionProps: { children: action.label, onClick: action.onPress } }),
  });
}

/** The messages at the edge of the page. */
export default function ToastStack() {
  // The provider inside listens by the time this effect runs: effects of children come first.
  useEffect(() => receiveToasts(add), []);
  return (
    <Base.Provider toastManager={manager} limit={3}>
      <Base.Portal>
        <Base.Viewport className="m-toasts">
          <Messages />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  );
}

function Messages() {
  const { toasts } = Base.useToastManager<ToastData>();
  return toasts.map((toast) => (
    <Base.Root key={toast.id} toast={toast} className="m-toast" data-tone={toast.data?.tone ?? "neutral"}>
      <Base.Content className="m-toast-content">
        <div className="m-toast-text">
          <Base.Title className="m-toast-title" />
          <Base.Description className="m-toast-description" />
        </div>
        {toast.actionProps === undefined ? null : <Base.Action className="m-toast-action" />}
        <Base.Close
          render={
            <IconButton
              label="Close message"
              size="small"
              icon={<X size={16} aria-hidden="true" />}
              tooltip={false}
            />
          }
        />
      </Base.Content>
    </Base.Root>
  ));
}
