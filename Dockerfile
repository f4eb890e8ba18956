# The bot by long polling; `python bot.py webhook` as the command makes a webhook worker of it. See docs/deploy.md.
# For builds that repeat exactly, name the image by its digest: python:3.13-slim@sha256:…
FROM python:3.13-slim AS build
WORKDIR /bot
COPY requirements.txt .
RUN python -m venv /venv && /venv/bin/pip install --no-cache-dir --disable-pip-version-check --require-hashes -r requirements.txt
COPY . .
# Compiled, and the content read and learned, here: the first start is as quick as all others.
ENV CACHE_DIRECTORY=/data/cache
RUN /venv/bin/python -m compileall -q . && /venv/bin/python bot.py ask "imap port" > /dev/null

FROM python:3.13-slim
ENV PATH=/venv/bin:$PATH PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 PORT=8080
# What was learned lies with the store: the bot's own code is not the bot's to write, and read-only.
ENV DATABASE_URL=sqlite:////data/bot.db CACHE_DIRECTORY=/data/cache
# glibc would keep what each thread has freed apart: ten megabytes more after some changes of the content (mallopt(3)).
ENV MALLOC_ARENA_MAX=1
RUN useradd --system --uid 10001 --no-create-home bot && install -d -o bot /data
COPY --from=build /venv /venv
COPY --from=build /bot /bot
# A new volume takes this over (https://docs.docker.com/engine/storage/volumes/#populate-a-volume-using-a-container).
COPY --from=build --chown=bot /data /data
WORKDIR /bot
USER bot
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
    CMD ["python", "-c", "import os, urllib.request as u; u.urlopen(f'http://127.0.0.1:{os.environ[\"PORT\"]}/healthz', timeout=4)"]
# Exec form: a shell would keep SIGTERM to itself.
CMD ["python", "bot.py"]
