"""Prints the lowest allowed version of each direct dependency, as requirements."""

import sys
import tomllib
from pathlib import Path

project = tomllib.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))["project"]
for requirement in (*project["dependencies"], *project["optional-dependencies"]["testing"]):
    print(requirement.replace(">=", "=="))
