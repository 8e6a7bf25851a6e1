import json
from pathlib import Path

text = Path("build_times.json").read_text()
record = json.loads(text)
machine = record["machine"]
cores = machine["cores"]

print(f"taken on {record['taken']}")
for name, fact in machine.items():
    print(f"{name:15} {fact}")
