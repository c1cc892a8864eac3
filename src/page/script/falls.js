/* What falls when these are gone: threshold groups, as the engine has them.
   A thing falls when of something that it requires more is lost than can be spared. Nothing here recurses. */
function evaluator(data) {
  const big = (value) => (typeof value === "string" ? BigInt(value) : value);
  const at = new Map();
  data.ids.forEach((id, node) => { if (id !== null) at.set(id, node); });
  const groups = data.groups.map(([owner, spare, members, weights]) => ({
    owner, members, spare: big(spare), none: typeof spare === "string" ? 0n : 0,
    weights: weights ? weights.map(big) : null,
  }));
  const memberships = data.ids.map(() => []);
  groups.forEach((group, number) => group.members.forEach((node, place) => {
    memberships[node].push([number, group.weights ? group.weights[place] : 1]);
  }));
  const is = (node, kinds) => kinds.includes(data.kinds[node]);

  return {
    results: data.results,
    has: (id) => at.has(id),
    canFail: (id) => at.has(id) && is(at.get(id), "rio"),
    stands: (id) => !at.has(id) || !is(at.get(id), "d"),
    falls(gone) {
      const failed = new Set(gone.filter((id) => this.canFail(id)).map((id) => at.get(id)));
      const lost = groups.map((group) => group.none);
      const down = new Set(failed);
      const queue = [...failed];
      while (queue.length > 0) {
        for (const [number, weight] of memberships[queue.pop()]) {
          const group = groups[number];
          lost[number] += weight;
          if (lost[number] > group.spare && !down.has(group.owner)) {
            down.add(group.owner);
            queue.push(group.owner);
          }
        }
      }
      const fallen = [...down].filter((node) => !failed.has(node)).sort((a, b) => a - b);
      const named = (kinds) => fallen.filter((node) => is(node, kinds)).map((node) => data.ids[node]);
      return {
        /* Results, other items, and people with their organisation. */
        results: named("rR"), items: named("iI"), others: named("oO"),
        /* Results that may not be told. */
        unnamed: fallen.filter((node) => is(node, "h")).length,
      };
    },
  };
}
