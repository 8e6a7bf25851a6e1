import json
from pathlib import Path
from statistics import median

text = Path("build_times.json").read_text()
builds = json.loads(text)["builds"]


def ratio(pages, way):
    ways = builds[str(pages)]
    pairs = zip(ways[way]["wall"], ways["pasted"]["wall"])
    return median(time / pasted for time, pasted in pairs)


def growth(way):
    pairs = zip(builds["100"][way]["wall"], builds["300"][way]["wall"])
    return [(longer - shorter) / (300 - 100) for shorter, longer in pairs]


cold_10, warm_10 = ratio(10, "guard cold"), ratio(10, "guard warm")
cold_100, warm_100 = ratio(100, "guard cold"), ratio(100, "guard warm")
grown = zip(growth("guard warm"), growth("pasted"))
warm_growth = median(time / pasted for time, pasted in grown)
limits = {
    "10 pages, cold": (cold_10, 1.3),
    "10 pages, warm": (warm_10, 0.95),
    "100 pages, cold": (cold_100, 1.5),
    "100 pages, warm": (warm_100, 0.9),
    "100 pages, check": (ratio(100, "check"), 0.25),
    "300 pages, check": (ratio(300, "check"), 0.25),
    "growth of a page, warm": (warm_growth, 1.15),
}
count = len(limits)
missed = sum(measured > limit for measured, limit in limits.values())

print("ratio to pasted        measured  limit")
for what, (measured, limit) in limits.items():
    print(f"{what:22} {measured:8.2f} {limit:6.2f}")
