FROM node:24-bookworm-slim
WORKDIR /app

COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev && npm cache clean --force
COPY . .

# The code is root's, so that the platform can't change it; /data is all it may write.
RUN mkdir /data && chown node:node /data
USER node
ENV NODE_ENV=production HOST=0.0.0.0 DATA_DIR=/data
EXPOSE 8080

# What `npm start` runs, without npm in between, so that SIGTERM reaches the platform and it drains.
CMD ["node_modules/.bin/node", "start.ts"]
