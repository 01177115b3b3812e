package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"

	"github.com/containerd/containerd/v2/core/remotes/docker"
	"github.com/containerd/errdefs"
	"github.com/opencontainers/go-digest"
	"github.com/opencontainers/image-spec/specs-go"
	ocispec "github.com/opencontainers/image-spec/specs-go/v1"
)

type pushes struct {
	First  []string `json:"first"`
	Second []string `json:"second"`
}

// A registry of one repository: it keeps what is pushed, and the methods and kinds of the requests.
type registry struct {
	sync.Mutex
	kept     map[string]bool
	requests []string
}

func (r *registry) ServeHTTP(w http.ResponseWriter, request *http.Request) {
	r.Lock()
	defer r.Unlock()
	body, _ := io.ReadAll(request.Body)
	kind := "manifest"
	if strings.Contains(request.URL.Path, "/blobs/") {
		kind = "blob"
	}
	r.requests = append(r.requests, request.Method+" "+kind)
	name := request.URL.Path[strings.LastIndex(request.URL.Path, "/")+1:]
	switch request.Method {
	case http.MethodHead, http.MethodGet:
		if !r.kept[name] {
			w.WriteHeader(http.StatusNotFound)
			return
		}
		w.Header().Set("Docker-Content-Digest", digestOf(name))
		w.WriteHeader(http.StatusOK)
	case http.MethodPost:
		w.Header().Set("Location", "/v2/shop/web/blobs/uploads/one")
		w.WriteHeader(http.StatusAccepted)
	case http.MethodPut:
		found := digest.FromBytes(body).String()
		r.kept[found] = true
		if kind == "manifest" {
			r.kept[name] = true
			tags[name] = found
		}
		w.Header().Set("Docker-Content-Digest", found)
		w.WriteHeader(http.StatusCreated)
	}
}

var tags = map[string]string{}

func digestOf(name string) string {
	if found, ok := tags[name]; ok {
		return found
	}
	return name
}

func pushTwice() pushes {
	server := &registry{kept: map[string]bool{}}
	listening := httptest.NewServer(server)
	defer listening.Close()
	host := strings.TrimPrefix(listening.URL, "http://")
	layer := []byte("a layer")
	config := []byte(`{"architecture":"amd64","os":"linux","rootfs":{"type":"layers","diff_ids":[]}}`)
	manifest, _ := json.Marshal(ocispec.Manifest{
		Versioned: specs.Versioned{SchemaVersion: 2},
		MediaType: ocispec.MediaTypeImageManifest,
		Config:    descriptor(ocispec.MediaTypeImageConfig, config),
		Layers:    []ocispec.Descriptor{descriptor(ocispec.MediaTypeImageLayer, layer)},
	})
	push := func() []string {
		server.requests = []string{}
		resolver := docker.NewResolver(docker.ResolverOptions{Hosts: docker.ConfigureDefaultRegistries(docker.WithPlainHTTP(docker.MatchAllHosts))})
		pusher, err := resolver.Pusher(context.Background(), host+"/shop/web:0123456789ab")
		if err != nil {
			panic(err)
		}
		for _, part := range []struct {
			media string
			text  []byte
		}{
			{ocispec.MediaTypeImageLayer, layer},
			{ocispec.MediaTypeImageConfig, config},
			{ocispec.MediaTypeImageManifest, manifest},
		} {
			what := descriptor(part.media, part.text)
			writer, err := pusher.Push(context.Background(), what)
			if errdefs.IsAlreadyExists(err) {
				continue
			}
			if err != nil {
				panic(err)
			}
			if _, err := writer.Write(part.text); err != nil {
				panic(err)
			}
			if err := writer.Commit(context.Background(), what.Size, what.Digest); err != nil {
				panic(fmt.Sprint(part.media, err))
			}
		}
		return server.requests
	}
	return pushes{First: push(), Second: push()}
}

func descriptor(media string, text []byte) ocispec.Descriptor {
	return ocispec.Descriptor{MediaType: media, Digest: digest.FromBytes(text), Size: int64(len(text))}
}
