-- wrk: GET the path of the URL; counts everything that is no 2xx or 3xx.
done = function(summary, latency)
  print(string.format("RESULT %.0f %.2f %.2f %d", summary.requests / summary.duration * 1e6,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000,
    summary.errors.status + summary.errors.timeout + summary.errors.connect + summary.errors.read))
end
