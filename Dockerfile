# Baopu as one static program in an image with nothing else, run by nobody in particular.
FROM golang:1.26 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN CGO_ENABLED=0 go build -trimpath -ldflags="-s -w" -o /baopu ./cmd/baopu \
 && mkdir -m 0700 /data

FROM gcr.io/distroless/static-debian12:nonroot
COPY --from=build /baopu /baopu
# /data holds the SQLite file where no other store is named.
COPY --from=build --chown=65532:65532 /data /data
USER 65532:65532
ENV BAOPU_DATA=/data
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=10s CMD ["/baopu", "healthy"]
ENTRYPOINT ["/baopu"]
CMD ["serve", "--addr", "0.0.0.0:8080"]
