"""Prints the lowest allowed version of each direct dependency, as requirements."""

import sys
import tomllib
from pathlib import Path

project = tomllib.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))["project"]
extras = project["optional-dependencies"]
for requirement in (*project["dependencies"], *extras["testing"], *extras["office"]):
    print(requirement.replace(">=", "=="))
