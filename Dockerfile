# One image for web, worker, beat and migrate; which of them it is, the command says.

FROM python:3.11-slim-bookworm AS packages
COPY requirements.txt .
RUN python -m venv /venv \
 && /venv/bin/pip install --no-cache-dir --disable-pip-version-check --require-hashes --only-binary :all: -r requirements.txt

FROM python:3.11-slim-bookworm
# What PDFs are drawn with: letters laid out, letters drawn, one font. A user without a home keeps the cache of fonts made here.
RUN apt-get update && apt-get install -y --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-dejavu-core fontconfig \
 && fc-cache -s && rm -rf /var/lib/apt/lists/*
RUN useradd --uid 10001 --no-create-home --shell /usr/sbin/nologin trellis \
 && install -d -o trellis -g trellis /audit /beat
ENV PATH=/venv/bin:$PATH PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 STATIC_ROOT=/app/staticfiles
COPY --from=packages /venv /venv
WORKDIR /app
COPY manage.py LICENSE ./
COPY config config
COPY vault vault
COPY audit audit
COPY trd trd
COPY desk desk
COPY intake intake
COPY clinic clinic
COPY templates templates
COPY static static
COPY locale locale
# Compiled here, while /app may still be written: the running user owns none of it.
RUN python -m compileall -q . && python -c 'import weasyprint' && python -m config.stack static
USER trellis
EXPOSE 8000
