-- wrk: GET the path of the URL, by TOKEN where there is one; counts everything that is no 2xx or 3xx.
local token = os.getenv("TOKEN")
if token then wrk.headers["Authorization"] = "Bearer " .. token end

done = function(summary, latency)
  print(string.format("RESULT %.0f %.2f %.2f %d", summary.requests / summary.duration * 1e6,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000,
    summary.errors.status + summary.errors.timeout + summary.errors.connect + summary.errors.read))
end
