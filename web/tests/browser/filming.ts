/** Makes a real HLS stream with ffmpeg: a test pattern with a clock, a tone, captions in it (English) and beside it (Chinese). */
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Seconds. */
export const LENGTH = 240;

/** Fills `folder` with `film.m3u8` and all that belongs to it. */
export function film(folder: string): void {
  mkdirSync(folder, { recursive: true });
  execFileSync("ffmpeg", [
    "-v", "error", "-y", "-f", "lavfi", "-i", "testsrc2=size=320x180:rate=8", "-f", "lavfi", "-i", "sine=frequency=330:sample_rate=48000",
    "-t", String(LENGTH), "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-g", "16", "-keyint_min", "16", "-sc_threshold", "0", "-b:v", "200k",
    "-c:a", "aac", "-b:a", "64k", "-f", "hls", "-hls_time", "2", "-hls_playlist_type", "vod", "-hls_segment_type", "fmp4",
    "-hls_fmp4_init_filename", "init.mp4", "-hls_segment_filename", join(folder, "part%02d.m4s"), join(folder, "pictures.m3u8"),
  ]);
  writeFileSync(join(folder, "film.m3u8"), [
    "#EXTM3U", "#EXT-X-VERSION:7",
    '#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="subs",NAME="English",LANGUAGE="en",DEFAULT=NO,AUTOSELECT=YES,URI="en.m3u8"',
    '#EXT-X-STREAM-INF:BANDWIDTH=400000,RESOLUTION=320x180,CODECS="avc1.42c00c,mp4a.40.2",SUBTITLES="subs"', "pictures.m3u8", "",
  ].join("\n"));
  writeFileSync(join(folder, "en.m3u8"), [
    "#EXTM3U", "#EXT-X-VERSION:7", `#EXT-X-TARGETDURATION:${LENGTH}`, "#EXT-X-PLAYLIST-TYPE:VOD", `#EXTINF:${LENGTH},`, "en.vtt", "#EXT-X-ENDLIST", "",
  ].join("\n"));
  writeFileSync(join(folder, "en.vtt"), captions((second) => `Second ${second} of the test pattern`));
  writeFileSync(join(folder, "zh.vtt"), captions((second) => `测试画面第 ${second} 秒`));
}

/** One caption for every two seconds. */
function captions(words: (second: number) => string): string {
  const at = (second: number): string => `00:0${Math.floor(second / 60)}:${String(second % 60).padStart(2, "0")}.000`;
  const cues = Array.from({ length: LENGTH / 2 }, (_, i) => `${at(2 * i)} --> ${at(2 * i + 2)}\n${words(2 * i)}\n`);
  return ["WEBVTT\nX-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:0\n", ...cues].join("\n");
}
