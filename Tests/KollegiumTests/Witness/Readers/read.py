"""Reads a file for SPSS or Stata by pyreadstat and says as JSON what is in it.

    read.py FILE
"""

import json
import math
import sys

import pyreadstat


def told(value):
    return None if isinstance(value, float) and math.isnan(value) else value


def main():
    path = sys.argv[1]
    read = pyreadstat.read_sav if path.endswith(".sav") else pyreadstat.read_dta
    data, meta = read(path, user_missing=True, output_format="dict")
    variables = [
        {
            "name": name,
            "label": meta.column_names_to_labels[name] or "",
            "values": [
                [str(told(value)), words]
                for value, words in meta.variable_value_labels.get(name, {}).items()
            ],
            "missing": [
                [missing["lo"], missing["hi"]] for missing in meta.missing_ranges.get(name, [])
            ],
        }
        for name in meta.column_names
    ]
    columns = [[told(value) for value in data[name]] for name in meta.column_names]
    rows = [list(row) for row in zip(*columns)]
    json.dump({"variables": variables, "rows": rows}, sys.stdout, ensure_ascii=False, default=str)


main()
