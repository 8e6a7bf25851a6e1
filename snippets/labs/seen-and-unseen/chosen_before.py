import numpy as np
from sklearn.linear_model import LinearRegression

chance = np.random.default_rng(1)
springs, columns, new_springs = 30, 200, 1000
counts = chance.normal(size=(springs, columns))
harvests_then = 100 + 10 * chance.normal(size=springs)
new_counts = chance.normal(size=(new_springs, columns))
new_harvests = 100 + 10 * chance.normal(size=new_springs)


def most_related(rows):
    table = np.column_stack([harvests_then[rows], counts[rows]])
    correlations = np.corrcoef(table.T)[0, 1:]
    return np.argsort(np.abs(correlations))[-3:]


def left_out(choose):
    squares = []
    for spring in range(springs):
        rows = np.delete(np.arange(springs), spring)
        kept = choose(rows)
        model = LinearRegression()
        model.fit(counts[rows][:, kept], harvests_then[rows])
        told = model.predict(counts[[spring]][:, kept])[0]
        squares.append((harvests_then[spring] - told) ** 2)
    return np.mean(squares)


kept = most_related(np.arange(springs))
before = left_out(lambda rows: kept)
inside = left_out(most_related)
model = LinearRegression().fit(counts[:, kept], harvests_then)
told = model.predict(new_counts[:, kept])
new = np.mean((new_harvests - told) ** 2)
mean = np.mean((new_harvests - np.mean(harvests_then)) ** 2)
looks_good = before < mean
is_bad = new > mean
is_a_warning = inside > mean
print("columns chosen          L2")
print(f"before the split   {before:7.1f}")
print(f"inside of it       {inside:7.1f}")
print(f"new springs        {new:7.1f}")
print(f"no columns at all  {mean:7.1f}")
