package models

import (
	"fmt"
	"net/url"
	"regexp"
	"slices"
	"strings"

	"github.com/microcosm-cc/bluemonday"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"
)

// ImageHosts are the hosts whose images articles may show, by HTTPS. Each of them learns the address of every reader.
type ImageHosts []string

func allowImages(policy *bluemonday.Policy) {
	policy.AllowAttrs("src").Matching(regexp.MustCompile("^https://")).OnElements("img")
	policy.AllowAttrs("alt").OnElements("img")
	policy.AllowAttrs("loading").Matching(regexp.MustCompile("^lazy$")).OnElements("img")
	policy.AllowAttrs("decoding").Matching(regexp.MustCompile("^async$")).OnElements("img")
	policy.AllowAttrs("referrerpolicy").Matching(regexp.MustCompile("^no-referrer$")).OnElements("img")
}

// address returns the address of an image as a browser will read it, and whether it is of one of the hosts.
func (h ImageHosts) address(image *ast.Image) (address string, allowed bool) {
	address = string(util.URLEscape(image.Destination, true))
	parsed, err := url.Parse(address)
	if err != nil {
		return address, false
	}
	parsed.Host = strings.ToLower(parsed.Host)
	isHost := func(host string) bool { return strings.EqualFold(host, parsed.Host) }
	return parsed.String(), parsed.Scheme == "https" && parsed.User == nil && slices.ContainsFunc(h, isHost)
}

// show prepares the images of a text for being rendered. One that is not of the hosts, or has no alt text, becomes its
// alt text.
func (h ImageHosts) show(parsed ast.Node, source []byte) {
	for _, image := range imagesIn(parsed) {
		address, allowed := h.address(image)
		alt := altOf(image, source)
		if !allowed || alt == "" {
			text := ast.NewString([]byte(alt))
			text.SetRaw(true)
			image.Parent().ReplaceChild(image.Parent(), image, text)
			continue
		}
		image.Destination = []byte(address)
		image.SetAttributeString("loading", []byte("lazy"))
		image.SetAttributeString("decoding", []byte("async"))
		image.SetAttributeString("referrerpolicy", []byte("no-referrer")) // whoever has the image learns no more
	}
}

// imagesIn returns the images of a text, without those within the alt text of another one.
func imagesIn(parsed ast.Node) (images []*ast.Image) {
	_ = ast.Walk(parsed, func(node ast.Node, entering bool) (ast.WalkStatus, error) {
		if image, ok := node.(*ast.Image); ok && entering {
			images = append(images, image)
			return ast.WalkSkipChildren, nil
		}
		return ast.WalkContinue, nil
	})
	return images
}

func altOf(image *ast.Image, source []byte) string {
	w := &plainWriter{source: source}
	w.inline(image)
	return strings.TrimSpace(w.String())
}

// imagesOf returns the images of a text. One that breaks the rule for Markdown is not parsed and has none.
func imagesOf(markdown string) []*ast.Image {
	if !strings.Contains(markdown, "![") || len(markdown) > 4*bodyLimit || markdownRule(markdown) != "" {
		return nil
	}
	return imagesIn(parse([]byte(markdown)))
}

// images checks that each image of a text can be told to those who do not see it.
func (c *checker) images(path, markdown string) {
	for _, image := range imagesOf(markdown) {
		if altOf(image, []byte(markdown)) == "" {
			address, _ := ImageHosts(nil).address(image)
			c.tolerated(path, address, "must have a text that says what the image shows: ![text](address)")
		}
	}
}

// Foreign returns a fault for each image of an article that is not of the hosts. It is no rule of Validate: what is
// stored or imported may have been written when the operator had named others.
func (h ImageHosts) Foreign(d *Article) []Fault {
	c := new(checker)
	rule := "must be an image at https:// of a host that the operator has named: " + strings.Join(h, ", ")
	if len(h) == 0 {
		rule = "must not be an image: the operator has not named a host of images"
	}
	check := func(path, markdown string) {
		for _, image := range imagesOf(markdown) {
			if address, allowed := h.address(image); !allowed {
				c.tolerated(path, address, "%s", rule)
			}
		}
	}
	check("/lead", d.Lead)
	visitBodies("/sections", d.Sections, check)
	return c.faults
}

func visitBodies(path string, sections []Section, visit func(path, markdown string)) {
	for i := range sections {
		at := fmt.Sprintf("%s/%d", path, i)
		visit(at+"/body", sections[i].Body)
		visitBodies(at+"/sections", sections[i].Sections, visit)
	}
}
