import type { ReactNode } from "react";
import { CheckIcon, CloseIcon, InfoIcon, WarningIcon } from "../icons.tsx";

const icons = { info: InfoIcon, success: CheckIcon, warning: WarningIcon, error: WarningIcon } as const;

interface AlertProps {
  readonly tone: keyof typeof icons;
  readonly title: ReactNode;
  /** Said aloud at once where it answers what a person did. */
  readonly role?: "alert" | "status";
  readonly action?: ReactNode;
  /** It can be put away. */
  readonly close?: { readonly name: string; readonly onClose: () => void };
  readonly children?: ReactNode;
}

/** What a person should know before going on. */
export function Alert({ tone, title, role, action, close, children }: AlertProps) {
  const Sign = icons[tone];
  return (
    <div className={`alert alert-${tone}`} role={role}>
      <span className="alert-sign">
        <Sign />
      </span>
      <div className="alert-text">
        <div className={children ? "alert-title" : ""}>{title}</div>
        {children}
      </div>
      {action}
      {close !== undefined && (
        <button
          type="button"
          className="icon-button alert-close"
          aria-label={close.name}
          onClick={close.onClose}
        >
          <CloseIcon />
        </button>
      )}
    </div>
  );
}
