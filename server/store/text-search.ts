import { limits } from "../../core/limits.ts";
import type { Register } from "../../core/register/register.ts";
import { enterprise } from "../../core/registers/enterprise.ts";
import type { Scope } from "../../core/scope/scope.ts";
import { becomeCommitter, becomeReader, inOrder, type Queryable } from "./database.ts";
import type { Row } from "./row.ts";
import type { Parameters } from "./scope.ts";
import { holding, searchText, wordsOf } from "./search-words.ts";
import { tableOf } from "./tables.ts";
import {
  cut,
  type Errand,
  isPartyBeyond,
  type ListQuery,
  ownRows,
  ownWalk,
  partyRows,
  partyWalks,
  readPlanned,
  type Statement,
  statement,
} from "./walks.ts";

/** A list that is narrowed by a text. */
interface Search {
  readonly scope: Scope;
  readonly register: Register;
  readonly query: ListQuery;
}

/** The same, with the text as it is compared, and whether the organisation is party to anything that the scope does not show. */
interface Prepared extends Search {
  readonly text: string;
  readonly beyond: boolean;
}

/** How many entries hold a text; `atLeast` where counting stopped there. */
export interface Total {
  readonly total: number;
  readonly atLeast?: true;
}

/**
 * Ids of the entries of a page whose title, number or enterprise's name holds the text, and of one more where there is one. First
 * the nearest of what the list shows are looked through, which finds the page of a common text; a rare one is left to the index
 * of words. Each alone is slow where the other is quick: to sort all that hold 设备, or to walk a million entries for one.
 */
export async function findByText(tx: Queryable, search: Search): Promise<readonly string[]> {
  const prepared = await prepare(tx, search);
  const near = await asCommitter(tx, nearPage(prepared));
  const rows = near.length > search.query.limit ? near : await asCommitter(tx, indexedPage(prepared));
  return rows.map(({ id }) => String(id));
}

/** Ids of all entries of the list that hold the text, on whatever page. */
export async function everyFound(tx: Queryable, search: Search): Promise<readonly string[]> {
  const prepared = await prepare(tx, { ...search, query: { ...search.query, after: undefined } });
  const rows = await asCommitter(
    tx,
    statement((parameters) => `select id from (${indexed(prepared, parameters)}) found`),
  );
  return rows.map(({ id }) => String(id));
}

/** How many entries hold the text, whatever the page; of a common text, unless the `whole` number is wanted, those among the nearest. */
export async function countByText(
  tx: Queryable,
  search: Search,
  { whole }: { readonly whole: boolean },
): Promise<Total> {
  const prepared = await prepare(tx, { ...search, query: { ...search.query, after: undefined } });
  if (!whole) {
    const [near] = await asCommitter(tx, nearCount(prepared));
    const [matched, walked] = [Number(near?.matched), Number(near?.walked)];
    if (walked < limits.searchNearRows) return { total: matched };
    if (matched > search.query.limit) return { total: matched, atLeast: true };
  }
  const [all] = await asCommitter(tx, indexedCount(prepared));
  return { total: Number(all?.total) };
}

async function prepare(tx: Queryable, search: Search): Promise<Prepared> {
  const { scope, register, query } = search;
  return {
    ...search,
    text: searchText(query.search ?? ""),
    beyond: await isPartyBeyond(tx, register, scope),
  };
}

/**
 * Under the commit role: below a row-level policy no index of words serves, for its comparisons are not leak-proof. What comes of
 * it are ids within the scope, and who reads their entries does so under the policies again.
 */
async function asCommitter(tx: Queryable, asked: Statement): Promise<readonly Row[]> {
  const [, rows] = await inOrder([becomeCommitter(tx), readPlanned(tx, asked), becomeReader(tx)]);
  return rows;
}

/** What is compared, and what gives a page its order. */
const comparedColumns = ({ sort }: ListQuery): string =>
  `e.id, e.${sort.column}, e.title, e.number, e.organisation`;

const nearPage = (prepared: Prepared): Statement =>
  statement((parameters) => {
    const { query } = prepared;
    const near = `select n.id from (${nearest(prepared, parameters)}) n where ${holds("n", prepared, parameters)}`;
    return `${near} ${cut(query, `n.${query.sort.column}`, "n.id", parameters)}`;
  });

const nearCount = (prepared: Prepared): Statement =>
  statement(
    (
      parameters,
    ) => `select count(*) as walked, count(*) filter (where ${holds("n", prepared, parameters)}) as matched
      from (${nearest(prepared, parameters)}) n`,
  );

/** So many entries of the list from where the page begins, in its order. */
function nearest({ scope, register, query, beyond }: Prepared, parameters: Parameters): string {
  const near = { ...query, limit: limits.searchNearRows - 1 };
  const errand = { scope, register, query: near, columns: comparedColumns(query) };
  const own = ownWalk(errand, parameters);
  if (!beyond) return own;
  const both = `(${own}) union (${partyWalks(errand, parameters)})`;
  return `select b.* from (${both}) b ${cut(near, `b.${query.sort.column}`, "b.id", parameters)}`;
}

const indexedPage = (prepared: Prepared): Statement =>
  statement((parameters) => {
    const { query } = prepared;
    const place = cut(query, query.sort.column, "id", parameters);
    return `with found as materialized (${indexed(prepared, parameters)}) select id from found ${place}`;
  });

const indexedCount = (prepared: Prepared): Statement =>
  statement((parameters) => `select count(*) as total from (${indexed(prepared, parameters)}) found`);

/** All that the list shows and holds the text, by the index of words: in its own title or number, or in its enterprise's name. */
function indexed({ scope, register, query, beyond, text }: Prepared, parameters: Parameters): string {
  const columns = `e.id, e.${query.sort.column}`;
  const ways: Errand["also"][] = [
    (of) => `${hasWords("e", text, of)} and (${holdsItself("e", text, of)})`,
    (of) => `e.organisation in (${namedAfter(text, of)})`,
  ];
  const rows = ways.flatMap((also) => {
    const errand = { scope, register, query, columns, also };
    return [ownRows(errand, parameters), ...(beyond ? [partyRows(errand, parameters)] : [])];
  });
  return rows.join(" union ");
}

const holds = (row: string, { text }: Prepared, parameters: Parameters): string =>
  `(${holdsItself(row, text, parameters)} or ${row}.organisation in (${namedAfter(text, parameters)}))`;

/** A number has no other characters than these, and most texts do. */
const mayBeOfNumber = /^[!-~]+$/;

function holdsItself(row: string, text: string, parameters: Parameters): string {
  const pattern = parameters.add(holding(text));
  const inTitle = `searchable(${row}.title) like ${pattern}`;
  return mayBeOfNumber.test(text) ? `${inTitle} or searchable(${row}.number) like ${pattern}` : inTitle;
}

/** Enterprises with the text in their names, whoever may see them: the name of its enterprise is told with an entry. */
function namedAfter(text: string, parameters: Parameters): string {
  const named = `searchable(o.title) like ${parameters.add(holding(text))}`;
  return `select o.id from ${tableOf(enterprise)} o where ${hasWords("o", text, parameters)} and ${named}`;
}

const hasWords = (row: string, text: string, parameters: Parameters): string =>
  `search_words(${row}.title, ${row}.number) @@ ${parameters.add(wordsOf(text))}::tsquery`;
