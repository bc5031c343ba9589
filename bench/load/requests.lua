-- Requests for wrk: the bodies of a file, one a line, each thread in an order of its own; or each once, with "once".
--
-- wrk ... -s requests.lua <address> -- <file of bodies> <file of the token, or -> [once]
local threads = 0

function setup(thread)
  thread:set("number", threads)
  threads = threads + 1
end

function init(arguments)
  bodies = {}
  once = arguments[3] == "once"
  for line in io.lines(arguments[1]) do bodies[#bodies + 1] = line end
  wrk.method = "POST"
  wrk.headers["Content-Type"] = "application/json"
  if arguments[2] ~= "-" then
    wrk.headers["Authorization"] = "Bearer " .. io.open(arguments[2]):read("*l")
  end
  math.randomseed(number + 20221)
  place = tonumber(arguments[4] or 0) + number
  wrong = 0
  asked = 0
end

function request()
  asked = asked + 1
  if once then
    place = place + 1
    return wrk.format(nil, nil, nil, bodies[(place - 1) % #bodies + 1])
  end
  return wrk.format(nil, nil, nil, bodies[math.random(#bodies)])
end

function response(status, headers, body)
  if status ~= 200 or body:find('"errors"', 1, true) or body:find('"serviceCase":null', 1, true) then
    wrong = wrong + 1
    if wrong == 1 then io.stderr:write(status .. " " .. body:sub(1, 600) .. "\n") end
  end
end

function done(summary, latency, requests)
  io.write(string.format('{"requests":%d,"seconds":%.3f,"perSecond":%.1f,"p50Millis":%.2f,"p90Millis":%.2f,"p99Millis":%.2f,"maxMillis":%.2f,'
    .. '"failed":%d}\n', summary.requests, summary.duration / 1e6, summary.requests / summary.duration * 1e6,
    latency:percentile(50) / 1000, latency:percentile(90) / 1000, latency:percentile(99) / 1000, latency.max / 1000,
    summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout))
end
