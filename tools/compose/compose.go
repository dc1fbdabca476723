// Package compose holds docker-compose.yml and the Dockerfile to their shape: the published compose schema, and what the
// house asks besides. compose-spec.json is schema/compose-spec.json of github.com/compose-spec/compose-spec at commit
// 170098ba07d9f53c383a41bfd4c5166b0a4529a6 (Apache-2.0).
package compose

import (
	"bytes"
	_ "embed"
	"fmt"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"gopkg.in/yaml.v3"
)

//go:embed compose-spec.json
var schema []byte

// File is what of a compose file the house looks at.
type File struct {
	Services map[string]Service `yaml:"services"`
	Volumes  map[string]any     `yaml:"volumes"`
}

// Service is one service of a compose file.
type Service struct {
	Image       string            `yaml:"image"`
	Environment map[string]string `yaml:"environment"`
	Ports       []string          `yaml:"ports"`
	Volumes     []string          `yaml:"volumes"`
	Logging     struct {
		Driver string `yaml:"driver"`
	} `yaml:"logging"`
	Healthcheck struct {
		Test []string `yaml:"test"`
	} `yaml:"healthcheck"`
	DependsOn map[string]struct {
		Condition string `yaml:"condition"`
	} `yaml:"depends_on"`
}

// Read checks text against the schema and reads it.
func Read(text []byte) (*File, error) {
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(schema))
	if err != nil {
		return nil, fmt.Errorf("compose schema: %w", err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("compose-spec.json", doc); err != nil {
		return nil, fmt.Errorf("compose schema: %w", err)
	}
	compiled, err := c.Compile("compose-spec.json")
	if err != nil {
		return nil, fmt.Errorf("compose schema: %w", err)
	}
	var v any
	if err := yaml.Unmarshal(text, &v); err != nil {
		return nil, fmt.Errorf("compose file: %w", err)
	}
	if err := compiled.Validate(v); err != nil {
		return nil, fmt.Errorf("compose file: %w", err)
	}
	var f File
	if err := yaml.Unmarshal(text, &f); err != nil {
		return nil, fmt.Errorf("compose file: %w", err)
	}
	return &f, nil
}
