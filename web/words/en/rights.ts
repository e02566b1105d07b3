import type { rights as chinese } from "../zh/rights.ts";

/** Words of the page that tells what an account may see and do, and why. */
export const rights: typeof chinese = {
  title: "My rights",
  of: (name, username) => `Rights of ${name} (${username})`,
  purpose:
    "What is seen follows from the post's region, sectors and organisation, what may be done from its role; what is not named here, nobody may. Tell the security administrator where it does not fit the duties.",
  account: "Look up another account",
  accountHint: "The name under which it signs in",
  look: "Look up",
  back: "See my own rights",
  noAccount: "There is no such account; check the name.",
  disabled: "The account is disabled: none of this can be used.",
  noPosts:
    "No post is held, so nothing can be seen or done. The security administrator grants one, and the head of the unit confirms it.",
  held: (from, to) => (to === null ? `In post since ${from}` : `In post from ${from} to ${to}`),
  sees: "Sees",
  why: "Why",
  regionSees: (region, sectors) =>
    `Entries of ${region} and all below it, of ${sectors}, and those to which the organisation is a party`,
  allSectors: "all sectors",
  organisationSees: (organisation) => `Entries of ${organisation}, and those to which it is a party`,
  nothingSees: "No entry of any business",
  regionWhy:
    "The role works by region and sector: those that the post was given are its scope. What is restricted, as an assessment before it is published, is seen by the units that it names and by discipline inspection alone.",
  organisationWhy: "The role answers for its own organisation: that is its scope.",
  nothingWhy:
    "The three administrators look after the product and see no business by it (GB/T 22239-2019 keeps them apart).",
  does: "May do",
  actsOf: (register, may, all) => `${register}: ${may} of ${all} acts`,
  may: "May",
  mayNot: "May not",
  by: (roles) => `Done by: ${roles.join("; ")}`,
  law: "Basis",
  product: "What may be asked of the product",
  yes: "Yes",
  no: "No",
};
