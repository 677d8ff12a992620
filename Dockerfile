# Give it the address that people type, and a proxy in front of it that speaks https:
#   docker build -t fupan .
#   docker run -p 127.0.0.1:3000:3000 -v fupan:/data -e FUPAN_PUBLIC_URL=https://fupan.example.org fupan
# The link for the first sign-in is in what it prints. Commands run inside: docker exec … fupan

FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# The SQLite driver for this Node comes ready inside its package: nothing has to be compiled.
RUN npm ci --ignore-scripts
COPY tsconfig.json tsconfig.build.json ./
COPY src src
COPY migrations migrations
RUN npm run build

FROM node:24-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts

FROM node:24-slim
# Inside of the container all addresses are its own; FUPAN_PUBLIC_URL must be given.
ENV NODE_ENV=production FUPAN_DATA_DIR=/data FUPAN_HOST=0.0.0.0
WORKDIR /app
COPY LICENSE NOTICE package.json ./
COPY --from=packages /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY templates templates
RUN install -d -o node -g node -m 700 /data \
  && chmod +x dist/src/cli/main.js && ln -s /app/dist/src/cli/main.js /usr/local/bin/fupan
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --start-period=20s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.FUPAN_PORT || 3000}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Room for young objects as Node 20 has it: with more it takes 100 MB more and is no faster.
CMD ["node", "--max-semi-space-size=16", "--enable-source-maps", "dist/src/main.js"]
