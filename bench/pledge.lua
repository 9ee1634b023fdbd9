-- wrk: POST a pledge, each with an Idempotency-Key of its own; counts everything that is no 2xx.
local campaigns = {}
for id in os.getenv("CAMPAIGNS"):gmatch("[^,]+") do campaigns[#campaigns + 1] = id end
local body = '{"campaign_id":"%s","amount":1000,"currency":"EUR"}'
local headers = { ["content-type"] = "application/json", authorization = "Bearer " .. os.getenv("TOKEN") }
local n = 0
math.randomseed(os.time())
local run = string.format("%08x", math.random(0, 2147483647))
request = function()
  n = n + 1
  headers["idempotency-key"] = run .. "-" .. n
  return wrk.format("POST", "/api/pledges", headers, body:format(campaigns[n % #campaigns + 1]))
end
done = function(summary, latency)
  print(string.format("RESULT %.0f %.2f %.2f %d", summary.requests / summary.duration * 1e6,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000,
    summary.errors.status + summary.errors.timeout + summary.errors.connect + summary.errors.read))
end
