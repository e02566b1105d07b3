import type { HelpTexts } from "../../help-text.ts";
import { administration } from "./administration.ts";
import { rolePages } from "./roles.ts";
import { screens } from "./screens.ts";

/** All pages of the help, loaded when somebody asks for one. */
export const texts: HelpTexts = { ...screens, administration, ...rolePages };
