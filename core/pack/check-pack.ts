import type { Pack } from "./pack.ts";
import { type PackFile, type PackProblem, packFiles, packProblem } from "./pack-problem.ts";
import { packRules } from "./pack-rules.ts";
import { fileShapes } from "./pack-shapes.ts";
import { fits } from "./shape.ts";

/** The parsed files of a pack, as they were read: anything at all. A file that is absent counts as undefined. */
export type PackFiles = ReadonlyMap<PackFile, unknown>;

/**
 * The pack that the files make, or everything that is wrong with them. How values hang together is asked only once each value
 * is right by itself. Never throws, whatever the files hold.
 */
export function checkPack(
  files: PackFiles,
): { readonly pack: Pack } | { readonly problems: readonly PackProblem[] } {
  const pack = packOf(files);
  if (pack === undefined)
    return { problems: packFiles.flatMap((file) => shapeProblems(file, files.get(file))) };
  const problems = packRules(pack);
  return problems.length > 0 ? { problems } : { pack };
}

function shapeProblems(file: PackFile, content: unknown): readonly PackProblem[] {
  return fileShapes[file].problems(content, "").map((located) => packProblem(file, located));
}

function packOf(files: PackFiles): Pack | undefined {
  const regions = files.get("regions.json");
  const sectors = files.get("sectors.json");
  const organisations = files.get("organisations.json");
  const parameters = files.get("parameters.json");
  const criteria = files.get("criteria.json");
  const plan = files.get("plan.json");
  const measures = files.get("measures.json");
  const targets = files.get("targets.json");
  const documents = files.get("documents.json");
  const evaluationItems = files.get("evaluation-items.json");
  const subPlans = files.get("sub-plans.json");
  const duties = files.get("enterprise-duties.json");
  const reminders = files.get("reminders.json");
  const indicators = files.get("indicators.json");
  const reports = files.get("reports.json");
  const assessment = files.get("assessment.json");
  const outlines = files.get("outlines.json");
  const analysis = files.get("analysis.json");
  const calendar = files.get("calendar.json");
  if (!fits(fileShapes["regions.json"], regions) || !fits(fileShapes["sectors.json"], sectors))
    return undefined;
  if (!fits(fileShapes["organisations.json"], organisations)) return undefined;
  if (!fits(fileShapes["parameters.json"], parameters)) return undefined;
  if (!fits(fileShapes["criteria.json"], criteria) || !fits(fileShapes["plan.json"], plan)) return undefined;
  if (!fits(fileShapes["measures.json"], measures)) return undefined;
  if (!fits(fileShapes["targets.json"], targets)) return undefined;
  if (!fits(fileShapes["documents.json"], documents)) return undefined;
  if (!fits(fileShapes["evaluation-items.json"], evaluationItems)) return undefined;
  if (!fits(fileShapes["sub-plans.json"], subPlans)) return undefined;
  if (!fits(fileShapes["enterprise-duties.json"], duties)) return undefined;
  if (!fits(fileShapes["reminders.json"], reminders)) return undefined;
  if (!fits(fileShapes["indicators.json"], indicators)) return undefined;
  if (!fits(fileShapes["reports.json"], reports)) return undefined;
  if (!fits(fileShapes["assessment.json"], assessment)) return undefined;
  if (!fits(fileShapes["outlines.json"], outlines)) return undefined;
  if (!fits(fileShapes["analysis.json"], analysis)) return undefined;
  if (!fits(fileShapes["calendar.json"], calendar)) return undefined;
  return {
    ...regions,
    ...sectors,
    ...organisations,
    ...parameters,
    ...criteria,
    plan: { ...plan, ...measures },
    ...targets,
    ...documents,
    ...evaluationItems,
    ...subPlans,
    ...duties,
    ...reminders,
    ...indicators,
    ...reports,
    ...assessment,
    ...outlines,
    ...analysis,
    calendar,
  };
}
