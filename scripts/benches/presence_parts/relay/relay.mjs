// node relay.mjs PORT naive|batch: a Socket.IO server that passes positions on.
// naive: every position at once to everyone else. batch: ten times a second the newest 64 positions to everyone.
import { createServer } from "node:http";
import { Server } from "socket.io";

const [port, mode] = [Number(process.argv[2]), process.argv[3]];
const http = createServer();
const io = new Server(http, { transports: ["websocket"], perMessageDeflate: false, pingInterval: 600_000 });
const latest = new Map();

io.on("connection", (socket) => {
  socket.on("position", (position) => {
    if (mode === "naive") socket.broadcast.emit("position", position);
    else latest.set(socket.id, position);
  });
  socket.on("disconnect", () => latest.delete(socket.id));
});
if (mode === "batch") {
  setInterval(() => {
    const batch = [...latest.values()].slice(0, 64);
    latest.clear();
    if (batch.length) io.emit("positions", batch);
  }, 100);
}
process.stdin.on("end", () => process.exit(0)).resume();
http.listen(port, "127.0.0.1", () => console.log("ready"));
