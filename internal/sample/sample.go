// Package sample holds the page that `baopu up` loads when no file is named: page 1 of 乌海日报 of 26 February 2025 as plain
// text, with the manifest that says so. DATA.md names its source.
package sample

import _ "embed"

// Name is the file's name, by which the manifest lists it.
const Name = "wuhai-daily-page-1.txt"

// Page is the dump of the page, in UTF-8.
//
//go:embed wuhai-daily-page-1.txt
var Page string

// Manifest says which paper, place and day the page is of; ManifestName tells its format.
//
//go:embed manifest.yaml
var Manifest []byte

// ManifestName is the name of the manifest.
const ManifestName = "manifest.yaml"
