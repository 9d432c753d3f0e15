# syntax=docker/dockerfile:1
#
#   docker build -t taiyaku .
#   docker run --rm -p 8080:8080 -v taiyaku:/data -e TAIYAKU_TOKEN=... taiyaku
#
# `serve` refuses to listen beyond the machine itself without TAIYAKU_TOKEN or a token in the base (`taiyaku token create`), and
# inside a container every address is beyond it. Any other subcommand works too: docker run --rm -v taiyaku:/data taiyaku lookup 視床下部

# ---------------------------------------------------------------- pages
FROM node:22-bookworm-slim AS pages

WORKDIR /build/web
COPY web/package.json web/package-lock.json ./
RUN npm ci --no-audit --no-fund
# The pages are a client of the API: they are checked against its types.
COPY clients/typescript/src /build/clients/typescript/src
COPY web .
RUN npm run build

# ---------------------------------------------------------------- build
FROM rust:1.95-bookworm AS build

# The word list the tokeniser's dictionary is compiled from. It is not in our tree: 6.7 MB under a licence of its own.
RUN apt-get update \
 && apt-get install -y --no-install-recommends mecab-ipadic \
 && rm -rf /var/lib/apt/lists/*

WORKDIR /build
COPY . .
COPY --from=pages /build/web/dist web/dist

# The caches keep compiled dependencies between builds; they are no part of a layer, so the program is copied out.
RUN --mount=type=cache,target=/usr/local/cargo/registry \
    --mount=type=cache,target=/build/target \
    cargo build --release --locked --bin taiyaku \
 && cp target/release/taiyaku /usr/local/bin/taiyaku

RUN taiyaku dictionary build --source /usr/share/mecab/dic/ipadic --out /usr/share/taiyaku/dictionary

# ---------------------------------------------------------------- run
FROM debian:bookworm-slim

# poppler-utils: `pdftotext`, the PDF reader that keeps Japanese lines in order.
# poppler-data: without it pdftotext finds no character in PDFs that name a predefined CJK encoding.
# tesseract-ocr with Japanese data: scanned pages; without it they are refused.
# ca-certificates: for whatever outgoing https an operator turns on.
RUN apt-get update \
 && apt-get install -y --no-install-recommends ca-certificates poppler-data poppler-utils \
      tesseract-ocr tesseract-ocr-jpn tesseract-ocr-jpn-vert \
 && rm -rf /var/lib/apt/lists/* \
 && groupadd --system --gid 10001 taiyaku \
 && useradd --system --uid 10001 --gid taiyaku --home-dir /data --no-create-home --shell /usr/sbin/nologin taiyaku \
 && install -d -o taiyaku -g taiyaku -m 0750 /data

COPY --from=build /usr/local/bin/taiyaku /usr/local/bin/taiyaku
COPY --from=build /usr/share/taiyaku/dictionary /usr/share/taiyaku/dictionary
# The dictionary's licence asks to travel with it, and so does ours.
COPY --from=build /usr/share/doc/mecab-ipadic/copyright /usr/share/doc/taiyaku/dictionary-copyright
COPY LICENSE-MIT LICENSE-APACHE /usr/share/doc/taiyaku/

# C.UTF-8: file names of releases are Japanese.
ENV LANG=C.UTF-8 \
    TAIYAKU_DATABASE=/data/taiyaku.db \
    TAIYAKU_DICTIONARY=/usr/share/taiyaku/dictionary

# By number, so that an orchestrator can see it is not root.
USER 10001:10001
WORKDIR /data
VOLUME /data
EXPOSE 8080

# The program asks itself: no curl in the image to keep up to date.
HEALTHCHECK --interval=30s --timeout=3s --start-period=10s --retries=3 CMD ["taiyaku", "health", "--server", "http://127.0.0.1:8080"]

ENTRYPOINT ["taiyaku"]
CMD ["serve", "--listen", "0.0.0.0:8080"]
