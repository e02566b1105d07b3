import type { SecondWay } from "../../../core/sign-in/next-step.ts";
import { enterCode, type SignInAnswer } from "../../api/account.ts";
import { showKey } from "../../api/security-keys.ts";
import { GiveFactor } from "./GiveFactor.tsx";

interface FactorStepProps {
  readonly ways: readonly SecondWay[];
  readonly onDone: (answer: SignInAnswer) => void | Promise<void>;
}

/** The second step of signing in of somebody who has a security key. */
export const FactorStep = ({ ways, onDone }: FactorStepProps) => (
  <GiveFactor
    ways={ways}
    send={(proof) => ("key" in proof ? showKey(proof.key) : enterCode(proof.code))}
    onDone={onDone}
  />
);
