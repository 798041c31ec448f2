"""The runner in JavaScript passes what is right, and nothing else: no promise of garbage, nothing unasked.

A system here is a few lines of JavaScript; where there is no Node, nothing of it can be asked.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

VECTORS = Path(__file__).resolve().parent.parent / "docs" / "vectors"
NODE = shutil.which("node") or ""

pytestmark = pytest.mark.skipif(not NODE, reason="there is no Node to run it")


def ran(*system: Path, runner: Path = VECTORS / "run.mjs") -> tuple[int, str, str]:
    """The exit code, and what was printed of what was asked and of what is wrong."""
    run = subprocess.run([NODE, runner, *system], capture_output=True, check=False, text=True)
    return run.returncode, run.stdout, run.stderr


def counted(out: str) -> tuple[int, int]:
    """How many cases were asked, and how many of them part."""
    found = re.search(r"^([0-9]+) asked of .*\b([0-9]+) cases part$", out, re.DOTALL | re.MULTILINE)
    assert found
    asked, part = map(int, found.groups())
    return asked, part


def stood(
    tmp_path: Path, offers: dict[str, Any], body: str, topic: str = "money"
) -> tuple[int, str, str]:
    """The same of a system that answers by these lines; `RIGHT` is what the vectors have."""
    path = tmp_path / "system.mjs"
    path.write_text(f"{right(topic)}export const offers = {json.dumps(offers)};\nexport {body}")
    return ran(path)


def right(topic: str) -> str:
    """JavaScript that defines `RIGHT`: what the vectors of a topic answer to a question."""
    return f"""
import {{ readFileSync as read }} from "node:fs";
const asked = JSON.parse(read({json.dumps(str(VECTORS / f"{topic}.json"))}, "utf8")).cases;
const known = new Map(asked.map((one) => [one.call + JSON.stringify(one.arguments), one.answer]));
const RIGHT = (call, given) => structuredClone(known.get(call + JSON.stringify(given)));
"""


FEES = {"fees.fee": True}
FEES_ASKED = sum(
    case["call"] == "fees.fee"
    for case in json.loads((VECTORS / "money.json").read_bytes())["cases"]
)


def test_the_small_system_passes() -> None:
    code, out, err = ran(VECTORS / "example-system.mjs")
    assert (code, err) == (0, "")
    assert out.endswith("nothing parts\n")


@pytest.mark.parametrize("wait", ["", "async "])
def test_who_is_right_passes_at_once_or_by_promise(tmp_path: Path, wait: str) -> None:
    code, out, err = stood(
        tmp_path, FEES, f"{wait}function answer(call, given) {{ return RIGHT(call, given); }}"
    )
    assert (code, err) == (0, "")
    assert out.endswith("nothing parts\n")


@pytest.mark.parametrize("wait", ["", "async "])
@pytest.mark.parametrize(
    "garbage", ['"x"', "null", "[]", "{}", "{ amount: '1' }", "{ findings: 'x' }"]
)
def test_who_is_wrong_in_everything_does_not_pass(tmp_path: Path, wait: str, garbage: str) -> None:
    code, out, _ = stood(tmp_path, FEES, f"{wait}function answer() {{ return {garbage}; }}")
    asked, part = counted(out)
    assert code == 1
    assert asked == part == FEES_ASKED


def test_one_wrong_answer_is_told_by_its_clause(tmp_path: Path) -> None:
    code, out, _ = stood(
        tmp_path,
        FEES,
        """function answer(call, given) {
          const said = RIGHT(call, given);
          if (given.school === "leczna" && given.copies === 2) said.amount = "18.01";
          return said;
        }""",
    )
    assert code == 1
    assert "parts at leczna:" in out
    assert "fee/leczna/id_duplicate/copies-2" in out


PHOTOS = {"photo.check": ["photo.width"]}


@pytest.mark.parametrize(
    ("offers", "body", "said"),
    [
        ({}, "function answer() {}", "no case was asked"),
        (FEES, "function answer() {}", "no case was asked"),
        (FEES, "async function answer() {}", "fees.fee was answered nowhere"),
        ({"fees.fees": True}, "function answer() { return 1; }", "no case has fees.fees"),
        (
            {**FEES, "fees.fees": True},
            "function answer(call, given) { return RIGHT(call, given); }",
            "no case has fees.fees",
        ),
        (
            {"photo.check": ["photo.widht"]},
            "function answer() { return { findings: [] }; }",
            "no answer to photo.check has photo.widht",
        ),
        ({"photo.check": []}, "function answer() { return {}; }", "photo.check for no code"),
        ({"fees.fee": False}, "function answer() { return 1; }", "no case was asked"),
    ],
)
def test_what_is_offered_has_to_be_compared_somewhere(
    tmp_path: Path, offers: dict[str, Any], body: str, said: str
) -> None:
    code, _, err = stood(tmp_path, offers, body)
    assert code == 1
    assert f"offered in vain: {said}\n" in err


def test_what_is_offered_for_some_codes_is_held_to_them(tmp_path: Path) -> None:
    """Also where no findings come at all."""
    code, out, _ = stood(tmp_path, PHOTOS, "function answer() { return { outcome: 'met' }; }")
    assert code == 1
    assert "parts at leczna:VI.2: " in out


# --- defaults -------------------------------------------------------------------------------------

DUE = {"deadlines.due": True}


def test_a_field_that_says_its_default_may_be_there_or_not(tmp_path: Path) -> None:
    body = """function answer(call, given) {
      return { expected: null, latest: null, ...RIGHT(call, given) };
    }"""
    code, out, err = stood(tmp_path, DUE, body, "days")
    assert (code, err) == (0, "")
    assert out.endswith("nothing parts\n")


@pytest.mark.parametrize(
    ("value", "parts"), [("null", False), ("[]", False), ("'2024-10-15'", True)]
)
def test_a_field_that_says_more_than_its_default_parts(
    tmp_path: Path, value: str, parts: bool
) -> None:
    body = f"""function answer(call, given) {{
      const right = RIGHT(call, given);
      return "expected" in right ? undefined : {{ ...right, expected: {value} }};
    }}"""
    code, out, _ = stood(tmp_path, DUE, body, "days")
    assert code == parts
    assert ("cases part" in out) == parts


@pytest.mark.parametrize(
    ("change", "parts"),
    [
        ("", False),
        ("first.in_place_of = null;", False),
        ("last.note = null;", True),
        ("last.way = 'in_person';", False),
        ("last.way = 'by_post';", True),
        ("first.copies = 0;", False),
        ("first.copies = 1;", True),
        ("delete first.number;", True),
        ("document.history.pop();", True),
    ],
)
def test_what_is_no_nothing_and_is_left_out_means_the_default_of_the_schema(
    tmp_path: Path, change: str, parts: bool
) -> None:
    """How a card is handed over is `in_person` if nothing is said, how many copies it has 0."""
    body = f"""function answer(call, given) {{
      const said = RIGHT(call, given);
      const {{ document }} = said;
      const [first, last] = [document?.history?.at(0), document?.history?.at(-1)];
      if (last?.event !== "handed_over" || "way" in last || "copies" in first) return undefined;
      {change}
      return said;
    }}"""
    code, out, err = stood(tmp_path, {"school_id.decide": True}, body, "ids")
    assert err == ""
    assert code == parts
    assert ("cases part" in out) == parts


@pytest.mark.parametrize("garbage", ["{ nonsense: null }", "{ nonsense: 1 }", "{ amuont: [] }"])
def test_a_field_that_no_answer_has_parts(tmp_path: Path, garbage: str) -> None:
    code, out, _ = stood(tmp_path, FEES, f"const answer = () => ({garbage});")
    assert code == 1
    assert out.endswith(" cases part\n")


@pytest.mark.parametrize("beside", ["", "amount: undefined, ", "constructor: undefined, "])
def test_a_call_of_which_no_field_was_compared_was_offered_in_vain(
    tmp_path: Path, beside: str
) -> None:
    """What is undefined is not named, and what every object inherits is no field."""
    code, _, err = stood(tmp_path, FEES, f"const answer = () => ({{ {beside}basis: null }});")
    assert code == 1
    assert "no field of an answer to fees.fee was named" in err


@pytest.mark.parametrize("wait", ["", "async "])
@pytest.mark.parametrize(
    ("thrown", "told"),
    [
        ("new RangeError('Anna')", "RangeError"),
        ("new (class NoSuchFee extends Error {})('Anna')", "NoSuchFee"),
        ("new (class extends Error {})('Anna')", "an Error"),
        ("Object.assign(new TypeError('Anna'), { name: 'Anna' })", "TypeError"),
        ("{ name: 'Anna' }", "what is no Error"),
        ("'Anna'", "what is no Error"),
        ("undefined", "what is no Error"),
    ],
)
def test_an_error_is_told_by_its_class_and_case(
    tmp_path: Path, wait: str, thrown: str, told: str
) -> None:
    code, out, err = stood(tmp_path, FEES, f"{wait}function answer() {{ throw {thrown}; }}")
    assert (code, err) == (1, "")
    assert f"parts at no answer, but {told}: fee/" in out
    assert "Anna" not in out
    assert counted(out) == (FEES_ASKED, FEES_ASKED)


@pytest.mark.parametrize(
    "said",
    [
        *("{}", "'x'", "1", "[null]", "[[]]", "[{}]", "[{ code: 1n }]"),
        "[{ code: 'fee.amount', status: 'met', clause: 'x', also: 1 }]",
        "[{ code: 'fee.amount', status: 'met', clause: 'x', subject: {} }]",
    ],
)
def test_findings_that_are_none_part(tmp_path: Path, said: str) -> None:
    """Each case once, and as an answer that differs: nothing was thrown."""
    code, out, err = stood(tmp_path, FEES, f"const answer = () => ({{ findings: {said} }});")
    assert (code, err) == (1, "")
    assert counted(out) == (FEES_ASKED, FEES_ASKED)
    assert "no answer" not in out


# --- what is the same -----------------------------------------------------------------------------


def sample() -> str:
    """The sample in TypeScript as the page has it, as JavaScript: without its types."""
    page = (VECTORS.parent / "vectors.md").read_text(encoding="utf-8")
    (told,) = re.findall(r"^```ts\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    told = re.sub(r"^type .*\n", "", told, flags=re.MULTILINE)
    return re.sub(r": (Finding|Answer)\b(\[\])?| as Case\[\]", "", told)


@pytest.mark.parametrize(
    ("change", "parts"),
    [
        ("", False),
        ("findings.reverse();", False),
        ("for (const one of findings) one.also?.reverse();", False),
        ("for (const one of findings) one.also ??= [];", False),
        ("for (const one of findings) one.subject ??= null;", False),
        ("findings.push(findings[0]);", True),
        ("findings.pop();", True),
        ("findings[0].status = 'no status';", True),
        ("findings[0].code = 'no.code';", True),
        ("findings[0].subject = 'no subject';", True),
        ("findings[0].clause = 'no clause';", True),
        ("findings[0].also = ['no clause'];", True),
        # What stands in two fields is not what stands in one with a space between.
        (
            "for (const one of findings) if (one.also) one.clause += ` ${one.also.shift()}`;",
            True,
        ),
        ("said.outcome = 'no outcome';", True),
    ],
)
def test_the_runner_and_the_sample_in_typescript_take_the_same_for_the_same(
    tmp_path: Path, change: str, *, parts: bool
) -> None:
    turned = f"(call, given) => {{ const said = RIGHT(call, given); const {{ findings }} = said; {change} return said; }}"
    code, _, err = stood(
        tmp_path, {"mlegitymacja.decide": True}, f"const answer = {turned};", "phones"
    )
    assert (code, err) == (parts, "")
    path = tmp_path / "sample.mjs"
    mine = f"const answer = {turned};\nconst decide = (given) => answer('mlegitymacja.decide', given);\n"
    path.write_text(f"{right('phones')}{mine}{sample()}")
    run = subprocess.run(
        [NODE, path], capture_output=True, check=True, text=True, cwd=VECTORS.parent.parent
    )
    assert bool(run.stdout) == parts


# --- what is no system, and no vectors ------------------------------------------------------------


def test_a_module_that_is_no_system_is_told(tmp_path: Path) -> None:
    path = tmp_path / "system.mjs"
    path.write_text("export default {};")
    code, _, err = ran(path)
    assert code == 1
    assert "exports `offers`, a record, and `answer`, a function" in err


@pytest.mark.parametrize("offered", ["photo.width", 1, None, {}, [1]])
def test_what_is_offered_by_neither_a_truth_nor_a_list_of_codes_is_refused(
    tmp_path: Path, offered: Any
) -> None:
    code, out, err = stood(
        tmp_path,
        {"fees.fee": offered},
        "function answer(call, given) { return RIGHT(call, given); }",
    )
    assert code == 1
    assert err == "fees.fee is offered by neither true, false nor a list of codes\n"
    assert "asked" not in out


def copied(tmp_path: Path, cases: Any, *, schema: bool = False) -> Path:
    """The runner in a folder of its own, beside one file with these cases."""
    (tmp_path / "vectors").mkdir()
    (tmp_path / "vectors" / "money.json").write_text(json.dumps({"version": 1, "cases": cases}))
    if schema:
        shutil.copytree(VECTORS.parent / "schema", tmp_path / "schema")
    return Path(shutil.copy(VECTORS / "run.mjs", tmp_path / "vectors"))


PESEL = {
    "id": "pesel/is-valid/right",
    "call": "pesel.is_valid",
    "arguments": {"text": "12241400000"},
    "answer": True,
    "clauses": [],
}


def test_the_shape_is_looked_at_with_nothing_but_the_files(tmp_path: Path) -> None:
    told = (0, "1 cases in 1 files, version 1\nnothing parts\n", "")
    assert ran(runner=copied(tmp_path, [PESEL])) == told


def test_whoever_copies_the_folder_with_the_schema_beside_it_compares(tmp_path: Path) -> None:
    system = tmp_path / "system.mjs"
    system.write_text(
        "export const offers = { 'pesel.is_valid': true }; export const answer = () => true;"
    )
    code, out, err = ran(system, runner=copied(tmp_path, [PESEL], schema=True))
    assert (code, err) == (0, "")
    assert "1 asked of pesel.is_valid" in out


@pytest.mark.parametrize("asking", [True, False])
@pytest.mark.parametrize(
    ("cases", "fault"),
    [
        (None, "money.json: no cases"),
        ({}, "money.json: no cases"),
        ([], "money.json: no cases"),
        ([PESEL, None], "money.json: a case that is no record"),
        ([PESEL, PESEL], "money.json: id pesel/is-valid/right"),
        ([{**PESEL, "call": 1}], "pesel/is-valid/right: call"),
        ([{**PESEL, "arguments": []}], "pesel/is-valid/right: arguments"),
        ([{**PESEL, "clauses": [1]}], "pesel/is-valid/right: clauses"),
        ([{key: PESEL[key] for key in PESEL if key != "answer"}], "pesel/is-valid/right: answer"),
    ],
)
def test_what_is_misshapen_is_told_and_nothing_is_asked(
    tmp_path: Path, *, cases: Any, fault: str, asking: bool
) -> None:
    runner = copied(tmp_path, cases, schema=True)
    systems = [VECTORS / "example-system.mjs"] if asking else []
    assert ran(*systems, runner=runner) == (1, "", f"misshapen: {fault}\n")
