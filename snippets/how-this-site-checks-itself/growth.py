import json
from pathlib import Path
from statistics import median

import matplotlib.pyplot as plt

text = Path("build_times.json").read_text()
builds = json.loads(text)["builds"]
pages = [int(size) for size in builds]
styles = {
    "guard cold": ("s-", 0),
    "markdown-exec": ("^:", 10),
    "pasted": ("o--", -5),
    "guard warm": ("D-.", -1),
}

figure, axes = plt.subplots()
print(f"seconds for {max(pages)} pages")
for way, (style, shift) in styles.items():
    walls = [ways[way]["wall"] for ways in builds.values()]
    medians = [median(wall) for wall in walls]
    axes.plot(pages, medians, style, color="C2", markersize=6)
    axes.annotate(
        way,
        (max(pages), medians[-1]),
        xytext=(9, shift),
        textcoords="offset points",
        va="center",
    )
    print(f"{way:13} {medians[-1]:6.1f}")
axes.set(title="A cold build runs each program twice")
axes.set(xlabel="pages", ylabel="seconds to build")
axes.set(xlim=(-6, 1.5 * max(pages)), xticks=pages[1:])
axes.set_ylim(0)
plt.show()
