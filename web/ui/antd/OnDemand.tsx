import { type Dispatch, type ReactNode, type SetStateAction, useEffect, useState } from "react";
import { fetchControls, useControls } from "./coming.ts";
import { type AskedFor, useInUse } from "./in-use.ts";

export interface StandInProps {
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly describedBy?: string | undefined;
  readonly invalid?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  readonly placeholder?: string | undefined;
  /** What is chosen, in words; empty where nothing is. */
  readonly shown: string;
}

interface OnDemandProps {
  readonly standIn: StandInProps;
  readonly className?: string | undefined;
  /** The control itself, of those that have come. */
  readonly children: (controls: NonNullable<ReturnType<typeof useControls>>, asked: AskedFor) => ReactNode;
}

/**
 * A large control that is fetched when somebody begins to use the page. Until then a box of its size stands there, with its name and
 * what is chosen; who reaches it sooner gets the control under their hands, and where the network is gone the page stands on without it.
 */
export function OnDemand({ standIn, className, children }: OnDemandProps) {
  const [asked, setAsked] = useState<AskedFor>();
  const controls = useControls();
  const isInUse = useInUse();
  useEffect(() => {
    if (isInUse) fetchControls();
  }, [isInUse]);
  if (controls !== undefined) return children(controls, asked);
  return <StandIn {...standIn} className={className} onAsk={setAsked} />;
}

interface BoxProps extends StandInProps {
  readonly className: string | undefined;
  readonly onAsk: Dispatch<SetStateAction<AskedFor>>;
}

function StandIn({
  id,
  name,
  describedBy,
  invalid,
  disabled,
  placeholder,
  shown,
  className,
  onAsk,
}: BoxProps) {
  return (
    <input
      id={id}
      role="combobox"
      aria-expanded="false"
      aria-haspopup="listbox"
      aria-controls={id}
      aria-label={name}
      aria-describedby={describedBy}
      aria-invalid={invalid || undefined}
      className={`text-input stand-in ${shown === "" ? "" : "has-value"} ${className ?? ""}`}
      disabled={disabled}
      readOnly
      placeholder={placeholder}
      value={shown}
      onPointerDown={() => onAsk("pressed")}
      onFocus={() => {
        fetchControls();
        onAsk((before) => before ?? "reached");
      }}
      onBlur={() => onAsk(undefined)}
    />
  );
}
