// Asks a system what the vectors ask, and tells by clause where it parts from them.
//
//     node docs/vectors/run.mjs [system.mjs]
//
// A system is a module with two exports: `offers`, the calls that it answers, and `answer(call, arguments)`.
// A call is offered as a whole (`true`), or for the conditions of some codes (a list of them). Compared is
// what the system says: a plain value as it is, of a record each field that the system names, and of
// findings, in any order, code, subject, status and clauses. A case that it answers with `undefined` is
// passed over; each call that it offers has to be answered in some case. An answer may be a promise, and may
// name a field that the vectors leave out, if it says the default.
//
// Without a system only the shape of the files is looked at. Needs Node 18 or newer; and to compare, the
// schema, which tells the defaults: `schema/vectors.schema.json` in a folder beside this one.

import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const VERSION = 1;
const HERE = dirname(fileURLToPath(import.meta.url));
const SYSTEM = process.argv[2];
const DEFAULTS = SYSTEM ? defaults(readJson("..", "schema", "vectors.schema.json")) : new Map();

const files = readdirSync(HERE).filter((name) => name.endsWith(".json")).sort();
const topics = files.map((name) => [name, readJson(name)]);
const misshapen = [...shapeFaults(topics)];
for (const fault of misshapen) console.error(`misshapen: ${fault}`);
if (misshapen.length) process.exit(1);
const cases = topics.flatMap(([, topic]) => topic.cases);
console.log(`${cases.length} cases in ${files.length} files, version ${VERSION}`);

const { parted, inVain } = SYSTEM
  ? await compared(cases, whole(await import(pathToFileURL(resolve(SYSTEM)))))
  : { parted: [], inVain: [] };
for (const offered of inVain) console.error(`offered in vain: ${offered}`);
report(parted);
process.exit(parted.length || inVain.length ? 1 : 0);

function whole(system) {
  const faults = [...systemFaults(system)];
  for (const fault of faults) console.error(fault);
  if (faults.length) process.exit(1);
  return system;
}

function* systemFaults({ offers, answer }) {
  if (!isRecord(offers) || typeof answer !== "function") {
    yield "a system is a module that exports `offers`, a record, and `answer`, a function";
  }
  for (const [call, offered] of Object.entries(isRecord(offers) ? offers : {})) {
    if (typeof offered !== "boolean" && !areTexts(offered)) {
      yield `${call} is offered by neither true, false nor a list of codes`;
    }
  }
}

function readJson(...path) {
  return JSON.parse(readFileSync(join(HERE, ...path), "utf8"));
}

// --- shape ---------------------------------------------------------------------------------------

function* shapeFaults(topics) {
  const ids = new Set();
  if (!topics.length) yield "there are no files";
  for (const [name, topic] of topics) {
    if (topic?.version !== VERSION) yield `${name}: version ${topic?.version}`;
    const cases = Array.isArray(topic?.cases) ? topic.cases : [];
    if (!cases.length) yield `${name}: no cases`;
    if (!cases.every(isRecord)) yield `${name}: a case that is no record`;
    for (const one of cases.filter(isRecord)) {
      if (typeof one.id !== "string" || ids.has(one.id)) yield `${name}: id ${one.id}`;
      if (typeof one.call !== "string") yield `${one.id}: call`;
      if (!isRecord(one.arguments)) yield `${one.id}: arguments`;
      if (!("answer" in one)) yield `${one.id}: answer`;
      if (!areTexts(one.clauses)) yield `${one.id}: clauses`;
      ids.add(one.id);
    }
  }
}

// --- comparing -----------------------------------------------------------------------------------

async function compared(cases, { offers, answer }) {
  const parted = [];
  const answered = [];
  for (const one of cases) {
    const offered = offers[one.call];
    if (!offered) continue;
    const { said, thrown } = await tried(answer, one);
    if (thrown) {
      answered.push({ ...one, met: true });
      parted.push({ id: one.id, clauses: [`no answer, but ${thrown}`] });
    } else if (said !== undefined) {
      answered.push({ ...one, met: meets(said, one.answer) });
      const clauses = differing(said, one.answer, Array.isArray(offered) ? new Set(offered) : null);
      if (clauses) parted.push({ id: one.id, clauses: clauses.length ? clauses : one.clauses });
    }
  }
  console.log(`${answered.length} asked of ${Object.keys(offers).join(", ") || "nothing"}`);
  return { parted, inVain: [...offeredInVain(offers, cases, answered)] };
}

// What a system says to a case, or of which class the error is that it throws: whatever else an error
// holds is told at run time, and may name a person.
async function tried(answer, one) {
  try {
    return { said: await answer(one.call, one.arguments) };
  } catch (error) {
    return { thrown: error instanceof Error ? error.constructor.name || "an Error" : "what is no Error" };
  }
}

// What was offered and compared nowhere: a misspelt call would pass by never being asked.
function* offeredInVain(offers, cases, answered) {
  if (!answered.length) yield "no case was asked";
  for (const [call, offered] of Object.entries(offers).filter(([, offered]) => offered)) {
    const own = answered.filter((one) => one.call === call);
    const codes = new Set(own.flatMap((one) => one.answer?.findings ?? []).map((finding) => finding.code));
    if (!cases.some((one) => one.call === call)) yield `no case has ${call}`;
    else if (!own.length) yield `${call} was answered nowhere`;
    else if (Array.isArray(offered) && !offered.length) yield `${call} for no code`;
    else if (!own.some((one) => one.met)) yield `no field of an answer to ${call} was named`;
    else if (Array.isArray(offered)) {
      yield* offered.filter((code) => !codes.has(code)).map((code) => `no answer to ${call} has ${code}`);
    }
  }
}

// Whether an answer names anything that is expected, and so has been compared with more than a default.
function meets(said, expected) {
  if (!isRecord(said) || !isRecord(expected)) return true;
  return namedIn(said).some((name) => Object.hasOwn(expected, name));
}

// The clauses of the findings in which two answers differ; none but a difference: an empty list; else null.
function differing(said, expected, codes) {
  if (!isRecord(said) || !isRecord(expected)) return same(said, expected) ? null : [];
  const named = namedIn(said);
  // A record that names nothing would agree with anything.
  if (!named.length && Object.keys(expected).length) return [];
  if (!areFindings(said.findings ?? [])) return [];
  const differ = codes || named.includes("findings") ? unlike(said.findings, expected.findings, codes) : [];
  const others = named.filter((name) => name !== "findings");
  const fields = others.filter((name) => !sameField(name, said[name], expected));
  return differ.length || fields.length ? differ : null;
}

// The clauses of the findings that one of the two has not, or has not as often.
function unlike(said, expected, codes) {
  const mine = told(said ?? [], codes);
  const theirs = told(expected ?? [], codes);
  return [...new Set([...mine.keys(), ...theirs.keys()])]
    .filter((key) => mine.get(key)?.count !== theirs.get(key)?.count)
    .map((key) => (theirs.get(key) ?? mine.get(key)).clause);
}

// Whether all that is compared of findings is there and is text.
function areFindings(said) {
  return (
    Array.isArray(said) &&
    said.every(
      (one) =>
        isRecord(one) &&
        areTexts([one.code, one.status, one.clause, one.subject ?? ""]) &&
        areTexts(one.also ?? []),
    )
  );
}

// Each finding as a text of what is compared, and how often it was made.
function told(findings, codes) {
  const made = new Map();
  for (const { code, subject, status, clause, also } of findings) {
    if (codes && !codes.has(code)) continue;
    const key = JSON.stringify([code, subject ?? null, status, clause, [...(also ?? [])].sort()]);
    made.set(key, { clause, count: (made.get(key)?.count ?? 0) + 1 });
  }
  return made;
}

// Whether two values say the same.
function same(said, expected) {
  if (Array.isArray(said) && Array.isArray(expected)) {
    return said.length === expected.length && said.every((one, at) => same(one, expected[at]));
  }
  if (!isRecord(said) || !isRecord(expected)) return said === expected;
  const names = Object.keys({ ...said, ...expected });
  return names.every((name) => sameField(name, said[name], expected));
}

// A field that is not expected says the same as none by any default that a field of its name has.
function sameField(name, value, expected) {
  if (Object.hasOwn(expected, name)) return same(value, expected[name]);
  return (DEFAULTS.get(name) ?? []).some((one) =>
    isNothing(one) ? isNothing(value) : same(value, one),
  );
}

// The fields that a record names: one that is undefined would not be in its JSON.
function namedIn(said) {
  return Object.keys(said).filter((name) => said[name] !== undefined);
}

function isNothing(value) {
  return value === undefined || value === null || value === false || (Array.isArray(value) && !value.length);
}

// Name of a field → its defaults in all that answers are made of, as the schema tells them.
function defaults({ $defs }) {
  const found = new Map();
  const parts = new Set(Object.keys($defs).filter((part) => part.endsWith(":answer")));
  // A set that grows is walked to its end.
  for (const part of parts) {
    for (const [, other] of JSON.stringify($defs[part]).matchAll(/"#\/\$defs\/([^"]+)"/g)) parts.add(other);
    for (const [name, field] of Object.entries($defs[part].properties ?? {})) {
      if ("default" in field) found.set(name, [...(found.get(name) ?? []), field.default]);
    }
  }
  return found;
}

function areTexts(value) {
  return Array.isArray(value) && value.every((one) => typeof one === "string");
}

function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

// --- telling -------------------------------------------------------------------------------------

function report(parted) {
  const byClause = new Map();
  for (const { id, clauses } of parted) {
    for (const clause of new Set(clauses.length ? clauses : ["(no clause)"])) {
      byClause.set(clause, [...(byClause.get(clause) ?? []), id]);
    }
  }
  for (const [clause, ids] of [...byClause].sort()) {
    const more = ids.length > 3 ? `, and ${ids.length - 3} more` : "";
    console.log(`parts at ${clause}: ${ids.slice(0, 3).join(", ")}${more}`);
  }
  console.log(parted.length ? `${parted.length} cases part` : "nothing parts");
}
