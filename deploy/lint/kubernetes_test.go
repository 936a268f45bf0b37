package lint

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	appsv1 "k8s.io/api/apps/v1"
	corev1 "k8s.io/api/core/v1"
	networkingv1 "k8s.io/api/networking/v1"
	policyv1 "k8s.io/api/policy/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/labels"
	"k8s.io/apimachinery/pkg/util/intstr"
	"k8s.io/pod-security-admission/api"
	"k8s.io/pod-security-admission/policy"
	"sigs.k8s.io/yaml"
)

const manifest = "../kubernetes.yaml"

// objects are what the manifest makes.
type objects struct {
	deployment appsv1.Deployment
	service    corev1.Service
	budget     policyv1.PodDisruptionBudget
	ingress    networkingv1.Ingress
	network    networkingv1.NetworkPolicy
}

// cluster reads the manifest into Kubernetes' own types, in which each member must be known and be given once.
func cluster(t *testing.T) *objects {
	t.Helper()
	o := &objects{}
	kinds := map[string]any{
		"apps/v1 Deployment": &o.deployment, "v1 Service": &o.service, "policy/v1 PodDisruptionBudget": &o.budget,
		"networking.k8s.io/v1 Ingress": &o.ingress, "networking.k8s.io/v1 NetworkPolicy": &o.network,
	}
	for document := range strings.SplitSeq(readFile(t, manifest), "\n---\n") {
		var kind metav1.TypeMeta
		if err := yaml.Unmarshal([]byte(document), &kind); err != nil {
			t.Fatal(err)
		}
		name := kind.APIVersion + " " + kind.Kind
		if kinds[name] == nil {
			t.Fatalf("%s is not expected, or is there twice", name)
		}
		if err := yaml.UnmarshalStrict([]byte(document), kinds[name]); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		delete(kinds, name)
	}
	for name := range kinds {
		t.Errorf("there is no %s", name)
	}
	return o
}

func (o *objects) container() corev1.Container { return o.deployment.Spec.Template.Spec.Containers[0] }

// podEnvironment is what the image and the manifest set.
func podEnvironment(t *testing.T) map[string]string {
	t.Helper()
	environment := imageEnvironment(t)
	for _, variable := range cluster(t).container().Env {
		environment[variable.Name] = variable.Value
	}
	return environment
}

// TestPodIsRestricted wants a pod that a namespace with the pod security standard "restricted" takes.
func TestPodIsRestricted(t *testing.T) {
	evaluator, err := policy.NewEvaluator(policy.DefaultChecks(), nil)
	if err != nil {
		t.Fatal(err)
	}
	pod := cluster(t).deployment.Spec.Template
	restricted := api.LevelVersion{Level: api.LevelRestricted, Version: api.LatestVersion()}
	result := policy.AggregateCheckResults(evaluator.EvaluatePod(restricted, &pod.ObjectMeta, &pod.Spec))
	if !result.Allowed {
		t.Error(result.ForbiddenDetail())
	}
}

func TestKubernetesObjectsMeet(t *testing.T) {
	o := cluster(t)
	pod := labels.Set(o.deployment.Spec.Template.Labels)
	for name, selector := range map[string]*metav1.LabelSelector{
		"Deployment":          o.deployment.Spec.Selector,
		"Service":             {MatchLabels: o.service.Spec.Selector},
		"PodDisruptionBudget": o.budget.Spec.Selector,
		"NetworkPolicy":       &o.network.Spec.PodSelector,
	} {
		if parsed, err := metav1.LabelSelectorAsSelector(selector); err != nil || parsed.Empty() ||
			!parsed.Matches(pod) {
			t.Errorf("the %s does not select the pods: %v", name, err)
		}
	}
	ports := map[string]int32{}
	for _, port := range o.container().Ports {
		ports[port.Name] = port.ContainerPort
	}
	environment := podEnvironment(t)
	for name, variable := range map[string]string{"http": "FINDCARE_LISTEN", "admin": "FINDCARE_ADMIN"} {
		if got, want := environment[variable], fmt.Sprintf(":%d", ports[name]); got != want {
			t.Errorf("%s is %s, want the port %s", variable, got, want)
		}
	}
	got, want := o.deployment.Spec.Template.Annotations["prometheus.io/port"], fmt.Sprint(ports["admin"])
	if got != want {
		t.Errorf("Prometheus asks port %s, want %s", got, want)
	}
	for _, port := range portsOf(o) {
		if ports[port.StrVal] == 0 {
			t.Errorf("the container has no port %s", port.String())
		}
	}
	for _, path := range o.ingress.Spec.Rules[0].HTTP.Paths {
		if to := path.Backend.Service; to.Name != o.service.Name || to.Port.Name != o.service.Spec.Ports[0].Name {
			t.Errorf("%s goes to %s, port %s", path.Path, to.Name, to.Port.Name)
		}
	}
	if most := int(*o.deployment.Spec.Replicas); o.budget.Spec.MinAvailable.IntValue() >= most {
		t.Errorf("with %d replicas, no pod can ever be moved", most)
	}
}

// portsOf are the ports of the container that others name.
func portsOf(o *objects) []intstr.IntOrString {
	container := o.container()
	found := []intstr.IntOrString{o.service.Spec.Ports[0].TargetPort}
	for _, probe := range []*corev1.Probe{container.StartupProbe, container.LivenessProbe, container.ReadinessProbe} {
		found = append(found, probe.HTTPGet.Port)
	}
	for _, rule := range o.network.Spec.Ingress {
		for _, port := range rule.Ports {
			found = append(found, *port.Port)
		}
	}
	return found
}

func TestPodIsProbedAndGetsTimeToShutDown(t *testing.T) {
	o := cluster(t)
	environment := podEnvironment(t)
	timesFit(t, environment, time.Duration(*o.deployment.Spec.Template.Spec.TerminationGracePeriodSeconds)*time.Second)
	container := o.container()
	readiness := container.ReadinessProbe
	if container.LivenessProbe.HTTPGet.Path != "/healthz" || readiness.HTTPGet.Path != "/readyz" {
		t.Errorf("probed at %s and %s", container.LivenessProbe.HTTPGet.Path, readiness.HTTPGet.Path)
	}
	delay, err := time.ParseDuration(environment["FINDCARE_SHUTDOWN_DELAY"])
	if err != nil {
		t.Fatal(err)
	}
	if noticed := time.Duration(readiness.PeriodSeconds*readiness.FailureThreshold) * time.Second; noticed >= delay {
		t.Errorf("that a server leaves is noticed after %v, and it has left after %v", noticed, delay)
	}
}

func TestManifestHoldsNoSecret(t *testing.T) {
	variables := cluster(t).container().Env
	at := slices.IndexFunc(variables, func(v corev1.EnvVar) bool { return v.Name == "MONGODB_URI" })
	if at < 0 || variables[at].ValueFrom == nil || variables[at].ValueFrom.SecretKeyRef == nil {
		t.Error("MONGODB_URI is not from a secret")
	}
}
