// Judges images with the code that builds and pushes them. `parse` reads Dockerfiles as BuildKit does: each line of the
// input is {"text": ...}, each line of the output {"stages": [...], "args": [...], "instructions": [...]} or
// {"error": ...}. `push` has containerd push one image twice to a registry that writes down its requests, and prints
// {"first": [...], "second": [...]}.
package main

import (
	"bufio"
	"encoding/json"
	"os"
	"strings"

	"github.com/moby/buildkit/frontend/dockerfile/instructions"
	"github.com/moby/buildkit/frontend/dockerfile/parser"
)

type job struct {
	Text string `json:"text"`
}

type answer struct {
	Stages       []string `json:"stages"`
	Args         []string `json:"args"`
	Instructions []string `json:"instructions"`
	Warnings     []string `json:"warnings"`
	Error        string   `json:"error,omitempty"`
}

func parse(text string) answer {
	parsed, err := parser.Parse(strings.NewReader(text))
	if err != nil {
		return answer{Error: err.Error()}
	}
	stages, outer, err := instructions.Parse(parsed.AST, nil)
	if err != nil {
		return answer{Error: err.Error()}
	}
	result := answer{Stages: []string{}, Args: []string{}, Instructions: []string{}, Warnings: []string{}}
	for _, warning := range parsed.Warnings {
		result.Warnings = append(result.Warnings, warning.Short)
	}
	for _, command := range outer {
		result.Args = append(result.Args, namesOf(command)...)
	}
	for _, stage := range stages {
		result.Stages = append(result.Stages, stage.Name)
		for _, command := range stage.Commands {
			result.Instructions = append(result.Instructions, command.Name())
			if arg, ok := command.(*instructions.ArgCommand); ok {
				result.Args = append(result.Args, namesOf(*arg)...)
			}
		}
	}
	return result
}

func namesOf(command instructions.ArgCommand) (names []string) {
	for _, arg := range command.Args {
		names = append(names, arg.Key)
	}
	return names
}

func main() {
	out := json.NewEncoder(os.Stdout)
	if os.Args[1] == "push" {
		_ = out.Encode(pushTwice())
		return
	}
	input := bufio.NewScanner(os.Stdin)
	input.Buffer(nil, 16<<20)
	for input.Scan() {
		var work job
		if err := json.Unmarshal(input.Bytes(), &work); err != nil {
			panic(err)
		}
		_ = out.Encode(parse(work.Text))
	}
}
