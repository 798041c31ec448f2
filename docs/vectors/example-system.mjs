// A small system that was written from the rules and not from the answers: days off, PESELs, what an
// mLegitymacja is on a day, and how many px a photo needs. It looks nothing up in the vectors.

export const offers = {
  "days_off.is_day_off": true,
  "days_off.next_working_day": true,
  "days_off.working_days_after": true,
  "mlegitymacja.state_on": true,
  "pesel.is_valid": true,
  "photo.check": ["photo.width", "photo.height"],
};

export function answer(call, given) {
  switch (call) {
    case "days_off.is_day_off":
      return isDayOff(given.day);
    case "days_off.next_working_day":
      return workingDaysAfter(given.day, 1);
    case "days_off.working_days_after":
      return workingDaysAfter(given.day, given.count);
    case "mlegitymacja.state_on":
      return stateOn(given.document.history, given.day);
    case "pesel.is_valid":
      return isPesel(given.text);
    case "photo.check":
      return sides(given.requirement, given.facts);
    default:
      return undefined;
  }
}

// --- days: counted from 1 January 1970, which was a Thursday ---------------------------------------

const DAY = 86_400_000;
const FIXED = ["01-01", "01-06", "05-01", "05-03", "08-15", "11-01", "11-11", "12-25", "12-26"];
const AFTER_EASTER = [0, 1, 49, 60];
const CENTENARY = "2018-11-12";
const EVE_FREE_SINCE = 2025;

const numbered = (day) => Date.parse(`${day}T00:00:00Z`) / DAY;
const named = (number) => new Date(number * DAY).toISOString().slice(0, 10);
const weekday = (number) => ((((number + 3) % 7) + 7) % 7) + 1;

// By Meeus, Jones and Butcher.
function easter(year) {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const [d, e, f] = [Math.floor(b / 4), b % 4, Math.floor((b + 8) / 25)];
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const [i, k] = [Math.floor(c / 4), c % 4];
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const day = ((h + l - 7 * m + 114) % 31) + 1;
  return numbered(`${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`);
}

function isFeast(day) {
  const [year, rest] = [Number(day.slice(0, 4)), day.slice(5)];
  if (FIXED.includes(rest) || day === CENTENARY) return true;
  if (rest === "12-24" && year >= EVE_FREE_SINCE) return true;
  return AFTER_EASTER.includes(numbered(day) - easter(year));
}

function isDayOff(day) {
  return isFeast(day) || weekday(numbered(day)) === 7;
}

// Saturdays are no days off, and no working days.
function workingDaysAfter(day, count) {
  let number = numbered(day);
  for (let left = count; left > 0; ) {
    number += 1;
    if (weekday(number) < 6 && !isFeast(named(number))) left -= 1;
  }
  return named(number);
}

// --- an mLegitymacja is its history ----------------------------------------------------------------

const LEADS_TO = new Map([
  ["issued", "issued"],
  ["activated", "activated"],
  ["revoked", "revoked"],
  ["reissued", "reissued"],
]);

function stateOn(history, day) {
  const standing = [];
  for (const event of history) {
    if (event.event !== "corrected") standing.push(event);
    else standing.splice(takenBack(standing, event));
  }
  if (!standing.length) return "annulled";
  const done = standing.filter((event) => event.on <= day && LEADS_TO.has(event.event));
  if (!done.length) return "not_yet";
  const state = LEADS_TO.get(done.at(-1).event);
  const { valid_until: valid, codes_until: codes, renewable } = history[0];
  if (["issued", "activated"].includes(state) && day > valid) return "expired";
  return state === "issued" && codes && !renewable && day > codes ? "lapsed" : state;
}

// From the act that a correction names everything goes that followed from it.
function takenBack(standing, { act, done }) {
  return standing.findLastIndex((event) => event.event === act && event.on === done);
}

// --- PESEL -----------------------------------------------------------------------------------------

const WEIGHTS = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1];
const CENTURIES = [1900, 2000, 2100, 2200, 1800];

function isPesel(text) {
  if (typeof text !== "string" || !/^[0-9]{11}$/.test(text)) return false;
  const digits = [...text].map(Number);
  const [year, month, day] = [0, 2, 4].map((at) => digits[at] * 10 + digits[at + 1]);
  const born = [CENTURIES[Math.floor(month / 20)] + year, month % 20, day];
  const date = new Date(Date.UTC(born[0], born[1] - 1, born[2]));
  const exists = date.getUTCMonth() + 1 === born[1] && date.getUTCDate() === born[2];
  return exists && digits.reduce((sum, digit, at) => sum + digit * WEIGHTS[at], 0) % 10 === 0;
}

// --- px --------------------------------------------------------------------------------------------

// Place in a text → px, clause and what else bears on it.
const ASKED = {
  "grojec.id_exchange.photo": { px: [492, 633], clause: "grojec:§4.3a", also: ["I-axes"] },
  "grojec.mlegitymacja.photo": { px: [492, 633], clause: "grojec:§7.4", also: ["I-axes"] },
  "leczna.school_id.photo": { px: [500, 600], clause: "leczna:II.1", also: ["leczna:II.3.f", "I-axes"] },
  "leczna.mlegitymacja.photo": { px: [500, 600], clause: "leczna:VI.2", also: ["I-axes"] },
  "ostroleka.mlegitymacja.photo": {
    px: [354, 496],
    clause: "ostroleka:§2.8.a",
    also: ["I-axes", "I-ostroleka-exact"],
  },
};

function sides(requirement, facts) {
  const asked = ASKED[requirement];
  const size = [facts.width, facts.height];
  if (!asked) return undefined;
  // Of what cannot be read nobody knows a side.
  if (facts.fault || size.some((side) => side === null || side === undefined)) return { findings: [] };
  const findings = ["photo.width", "photo.height"].map((code, at) => ({
    code,
    status: size[at] >= asked.px[at] ? "met" : "breached",
    clause: asked.clause,
    also: asked.also,
  }));
  return { findings };
}
