import json
from pathlib import Path
from statistics import median

builds = json.loads(Path("build_times.json").read_text())["builds"]
cold_limit_10, warm_limit_10 = 1.4, 1.0
cold_limit_100, warm_limit_100 = 1.8, 0.95
growth_limit = 1.15


def ratio(pages, way):
    ways = builds[str(pages)]
    pairs = zip(ways[way]["wall"], ways["pasted"]["wall"])
    return median(time / pasted for time, pasted in pairs)


def growth(way):
    pairs = zip(builds["100"][way]["wall"], builds["300"][way]["wall"])
    return [(longer - shorter) / (300 - 100) for shorter, longer in pairs]


cold_10, warm_10 = ratio(10, "guard cold"), ratio(10, "guard warm")
cold_100, warm_100 = ratio(100, "guard cold"), ratio(100, "guard warm")
pairs = zip(growth("guard warm"), growth("pasted"))
warm_growth = median(time / pasted for time, pasted in pairs)

print("ratio to pasted           measured  limit")
print(f"10 pages, cold            {cold_10:8.2f} {cold_limit_10:6.2f}")
print(f"10 pages, warm            {warm_10:8.2f} {warm_limit_10:6.2f}")
print(f"100 pages, cold           {cold_100:8.2f} {cold_limit_100:6.2f}")
print(f"100 pages, warm           {warm_100:8.2f} {warm_limit_100:6.2f}")
print(f"growth of a page, warm    {warm_growth:8.2f} {growth_limit:6.2f}")
