import { StaleEntry } from "../store/commit-errors.ts";
import { HttpProblem, Refused } from "./problems.ts";

/** The problem of the catalogue that an error is answered with. */
export function asProblem(error: unknown): HttpProblem | Refused {
  if (error instanceof HttpProblem || error instanceof Refused) return error;
  if (error instanceof StaleEntry) return new HttpProblem("stale-version");
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "FST_ERR_CTP_BODY_TOO_LARGE") return new HttpProblem("body-too-large");
  if (code === "FST_ERR_CTP_INVALID_MEDIA_TYPE") return new HttpProblem("unsupported-media-type");
  const status = error instanceof Error && "statusCode" in error ? error.statusCode : undefined;
  return new HttpProblem(
    typeof status === "number" && status >= 400 && status < 500 ? "malformed-request" : "internal-error",
  );
}
