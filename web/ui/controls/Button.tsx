import type { ButtonHTMLAttributes, MouseEvent } from "react";

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** Primary: what most people came for, one of it in sight. Text: least of all. */
  readonly look?: "plain" | "primary" | "text";
  readonly danger?: boolean;
  readonly size?: "small" | "usual" | "large";
  /** Fills its line. */
  readonly block?: boolean;
  /** What it began still goes on: it keeps the focus and does nothing a second time. */
  readonly loading?: boolean;
}

/** A button; one that sends its form says so by `type="submit"`. */
export function Button({
  look = "plain",
  danger = false,
  size = "usual",
  block = false,
  loading = false,
  type = "button",
  onClick,
  className = "",
  children,
  ...rest
}: ButtonProps) {
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (loading) event.preventDefault();
    else onClick?.(event);
  };
  const looks = [
    "button",
    `button-${look}`,
    `button-${size}`,
    danger && "button-danger",
    block && "button-block",
  ];
  return (
    <button
      {...rest}
      type={type}
      className={[...looks, className].filter(Boolean).join(" ")}
      aria-busy={loading || undefined}
      onClick={press}
    >
      {loading && <span className="button-turning" />}
      {children}
    </button>
  );
}
