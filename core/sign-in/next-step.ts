/** What somebody has still to do who gave the right password. Until then their session does nothing else. */
export const signInSteps = ["change-password"] as const;
export type SignInStep = (typeof signInSteps)[number];

/** How far somebody is with signing in. */
export interface SignInCase {
  /** Whether an administrator issued the password. */
  readonly mustChangePassword: boolean;
}

/** The next step; undefined where they are signed in. */
export const nextSignInStep = ({ mustChangePassword }: SignInCase): SignInStep | undefined =>
  mustChangePassword ? "change-password" : undefined;
