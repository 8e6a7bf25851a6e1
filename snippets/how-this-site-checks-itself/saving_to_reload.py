import json
from pathlib import Path
from statistics import median

text = Path("build_times.json").read_text()
record = json.loads(text)["reloads"]
reload_limit = 1.5
reload = median(record["this site"]["seconds"])

print("seconds from saving a snippet to a new page")
print("site           pages  median   from     to")
for site, measured in record.items():
    seconds = measured["seconds"]
    print(
        f"{site:13} {measured['pages']:6} {median(seconds):7.2f}"
        f" {min(seconds):6.2f} {max(seconds):6.2f}"
    )
print(f"limit at the size of this site: {reload_limit} seconds")
