// Reads documents as Go's readers of YAML do. The argument names the reader. Each line of the input is
// {"yaml": ..., "texts": [...]}: a list of mappings with one entry each, whose key and value are the text of that
// place. Each line of the output is {"wrong": [{"index": ..., "got": ...}]} or {"error": ...}.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"

	yaml2 "go.yaml.in/yaml/v2"
	yaml3 "go.yaml.in/yaml/v3"
	yaml4 "go.yaml.in/yaml/v4"
	"sigs.k8s.io/kustomize/api/krusty"
	"sigs.k8s.io/kustomize/kyaml/filesys"
	kyaml "sigs.k8s.io/kustomize/kyaml/yaml"
	sigs "sigs.k8s.io/yaml"
)

type job struct {
	Yaml  string   `json:"yaml"`
	Texts []string `json:"texts"`
}

type wrong struct {
	Index int    `json:"index"`
	Got   string `json:"got"`
}

type answer struct {
	Wrong []wrong `json:"wrong"`
	Error string  `json:"error,omitempty"`
}

type read func(text []byte, into any) error

var readers = map[string]read{
	"sigs.k8s.io/yaml":   func(text []byte, into any) error { return sigs.Unmarshal(text, into) },
	"go.yaml.in/yaml/v2": yaml2.Unmarshal,
	"go.yaml.in/yaml/v3": yaml3.Unmarshal,
	"go.yaml.in/yaml/v4": yaml4.Unmarshal,
	"kyaml":              kyaml.Unmarshal,
}

func check(reader read, work job) (result answer) {
	defer func() {
		if problem := recover(); problem != nil {
			result = answer{Error: fmt.Sprint(problem)}
		}
	}()
	var document any
	if err := reader([]byte(work.Yaml), &document); err != nil {
		return answer{Error: err.Error()}
	}
	items, _ := document.([]any)
	if len(items) != len(work.Texts) {
		return answer{Error: fmt.Sprintf("%d entries instead of %d", len(items), len(work.Texts))}
	}
	for index, item := range items {
		if !holds(item, work.Texts[index]) {
			result.Wrong = append(result.Wrong, wrong{index, fmt.Sprintf("%#v", item)})
		}
	}
	return result
}

func holds(item any, text string) bool {
	switch entries := item.(type) {
	case map[string]any:
		value, ok := entries[text].(string)
		return ok && len(entries) == 1 && value == text
	case map[any]any:
		value, ok := entries[text].(string)
		return ok && len(entries) == 1 && value == text
	}
	return false
}

// Builds a folder with one object, a ConfigMap whose data and annotations are the texts, as `kubectl apply -k` does,
// and reads what is built as kubectl reads it.
func checkBuilt(work job) answer {
	folder := filesys.MakeFsInMemory()
	files := map[string]string{
		"kustomization.yaml": "namespace: test\nsortOptions: {order: fifo}\nresources: [object.yaml]\n",
		"object.yaml":        work.Yaml,
	}
	for name, text := range files {
		if err := folder.WriteFile(name, []byte(text)); err != nil {
			return answer{Error: err.Error()}
		}
	}
	built, err := krusty.MakeKustomizer(krusty.MakeDefaultOptions()).Run(folder, ".")
	if err != nil {
		return answer{Error: err.Error()}
	}
	printed, err := built.AsYaml()
	if err != nil {
		return answer{Error: err.Error()}
	}
	var object struct {
		Metadata struct {
			Annotations map[string]any `json:"annotations"`
		} `json:"metadata"`
		Data map[string]any `json:"data"`
	}
	if err := sigs.Unmarshal(printed, &object); err != nil {
		return answer{Error: err.Error()}
	}
	result := answer{}
	for index, text := range work.Texts {
		key := fmt.Sprintf("k%d", index)
		for _, got := range []any{object.Data[key], object.Metadata.Annotations[key]} {
			if got != any(text) {
				result.Wrong = append(result.Wrong, wrong{index, fmt.Sprintf("%#v", got)})
				break
			}
		}
	}
	return result
}

func main() {
	name := os.Args[1]
	input := bufio.NewReaderSize(os.Stdin, 1<<20)
	lines := json.NewDecoder(input)
	output := json.NewEncoder(os.Stdout)
	for lines.More() {
		var work job
		if err := lines.Decode(&work); err != nil {
			panic(err)
		}
		var result answer
		if name == "kustomize" {
			result = checkBuilt(work)
		} else {
			result = check(readers[name], work)
		}
		if err := output.Encode(result); err != nil {
			panic(err)
		}
	}
}
