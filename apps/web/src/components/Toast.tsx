import { Toast as Base } from "@base-ui/react/toast";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import "./Toast.css";
import { IconButton } from "./IconButton.tsx";

interface ToastData {
  readonly tone: "neutral" | "danger";
}

const manager = Base.createToastManager<ToastData>();

export interface ToastMessage {
  /** What happened, in a few words: "Countermeasure accepted". */
  readonly title: string;
  readonly description?: ReactNode;
  /** A failure is announced at once and stays until it is closed. */
  readonly tone?: "neutral" | "danger";
  readonly action?: { readonly label: string; readonly onPress: () => void };
  /** A later message with the same id replaces the earlier one. */
  readonly id?: string;
}

/** Says something once, from anywhere. Never for what a person must keep: that belongs on the page. @returns its id */
export function showToast({ title, description, tone = "neutral", action, id }: ToastMessage): string {
  return manager.add({
    title,
    description,
    data: { tone },
    priority: tone === "danger" ? "high" : "low",
    timeout: tone === "danger" ? 0 : 6000,
    ...(id === undefined ? {} : { id }),
    ...(action === undefined ? {} : { actionProps: { children: action.label, onClick: action.onPress } }),
  });
}

/** Mounted once by the shell. */
export function ToastHost({ children }: { children: ReactNode }) {
  return (
    <Base.Provider toastManager={manager} limit={3}>
      {children}
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
