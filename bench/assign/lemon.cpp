// LEMON's network simplex on an instance of tests/support/assignment/instance.ts, every allowed pair an arc.
// Prints one JSON value: cost, CPU milliseconds to build the graph and to solve it, peak megabytes.
#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>
#include <sys/resource.h>

#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <vector>

static uint32_t state;
static double draw() {
  state += 0x6D2B79F5u;
  uint32_t t = (state ^ (state >> 15)) * (1u | state);
  t = (t + (t ^ (t >> 7)) * (61u | t)) ^ t;
  return (double)(t ^ (t >> 14)) / 4294967296.0;
}

int main(int, char **argv) {
  const int n = atoi(argv[1]), m = atoi(argv[2]), k = atoi(argv[3]);
  state = atoi(argv[4]);
  std::vector<int> category(n), employer(n), knows(m, 0), works(m);
  std::vector<double> asked(4 * n), offered(4 * m);
  for (int i = 0; i < n; i++) {
    category[i] = floor(20 * draw());
    employer[i] = floor(50 * draw());
    for (int d = 0; d < 4; d++) asked[4 * i + d] = draw();
  }
  for (int j = 0; j < m; j++) {
    for (int d = 0; d < 4; d++) knows[j] |= 1 << (int)floor(20 * draw());
    works[j] = floor(50 * draw());
    for (int d = 0; d < 4; d++) offered[4 * j + d] = draw();
  }
  std::vector<int> from, to, cost;
  for (int i = 0; i < n; i++)
    for (int j = 0; j < m; j++) {
      const double u = draw();
      if (employer[i] == works[j] || u < 0.01) continue;
      double apart = 0;
      for (int d = 0; d < 4; d++) apart += fabs(asked[4 * i + d] - offered[4 * j + d]);
      from.push_back(i);
      to.push_back(j);
      cost.push_back(1000 - (int)floor(500 * ((knows[j] >> category[i]) & 1) + 500 * (1 - apart / 4)));
    }
  const int least = floor(0.8 * n * k / m), most = ceil(1.2 * n * k / m);
  using namespace lemon;
  const clock_t began = clock();
  SmartDigraph graph;
  graph.reserveNode(n + m + 1);
  graph.reserveArc(from.size() + m);
  std::vector<SmartDigraph::Node> node;
  for (int i = 0; i < n + m + 1; i++) node.push_back(graph.addNode());
  for (size_t x = 0; x < from.size(); x++) graph.addArc(node[from[x]], node[n + to[x]]);
  for (int j = 0; j < m; j++) graph.addArc(node[n + j], node[n + m]);
  SmartDigraph::ArcMap<int> lower(graph, 0), upper(graph, 1), price(graph, 0);
  SmartDigraph::NodeMap<int> supply(graph, 0);
  for (size_t x = 0; x < cost.size(); x++) price[graph.arcFromId(x)] = cost[x];
  for (int j = 0; j < m; j++) {
    const auto arc = graph.arcFromId(cost.size() + j);
    lower[arc] = least;
    upper[arc] = most;
  }
  for (int i = 0; i < n; i++) supply[node[i]] = k;
  supply[node[n + m]] = -n * k;
  NetworkSimplex<SmartDigraph, int, long> simplex(graph);
  simplex.lowerMap(lower).upperMap(upper).costMap(price).supplyMap(supply);
  const clock_t built = clock();
  const auto result = simplex.run();
  const clock_t solved = clock();
  struct rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  printf("{\"cost\":%ld,\"build\":%.2f,\"cpu\":%.2f,\"peak\":%.1f}\n", result == simplex.OPTIMAL ? (long)simplex.totalCost() : -1L,
         1000.0 * (built - began) / CLOCKS_PER_SEC, 1000.0 * (solved - built) / CLOCKS_PER_SEC, usage.ru_maxrss / 1024.0);
}
