import json
from pathlib import Path
from statistics import median

import matplotlib.pyplot as plt

builds = json.loads(Path("build_times.json").read_text())["builds"]
pages = [int(size) for size in builds]
styles = {
    "guard cold": ("C1", "-"),
    "guard warm": ("C0", "-"),
    "markdown-exec": ("C2", ":"),
    "pasted": ("C2", "--"),
}

figure, axes = plt.subplots()
print(f"seconds for {max(pages)} pages")
for way, (colour, line) in styles.items():
    walls = [ways[way]["wall"] for ways in builds.values()]
    medians = [median(wall) for wall in walls]
    axes.plot(pages, medians, line, color=colour, label=way)
    lowest, highest = map(min, walls), map(max, walls)
    axes.vlines(pages, list(lowest), list(highest), color=colour, alpha=0.4)
    print(f"{way:13} {medians[-1]:6.1f}")
axes.set(title="Seconds to build a site", xlabel="pages", ylabel="seconds")
axes.legend()
plt.show()
