package io.jenkins.plugins.veeam.linkedjobs.em;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Collections;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A row that is passed over reads as "none". So an answer in which one is not understood says nothing at all, while what
 * is no row may be there as it likes.
 */
class UnderstoodTest {

    private static final String SESSION = "{'UID':'urn:veeam:BackupJobSession:5e550000-0000-4000-8000-000000000001',"
            + "'JobUid':'urn:veeam:Job:0dd0b0b0-0000-4000-8000-000000000001','State':'Stopped',"
            + "'CreationTimeUTC':'2026-02-28T21:00:00Z'}";

    private static Answer read(String text) throws IOException {
        return Fixture.readText(text.replace("SESSION", SESSION)
                .replace("UID-OF-JOB", "urn:veeam:Job:0dd0b0b0-0000-4000-8000-000000000001")
                .replace("UID-OF-RUN", "urn:veeam:BackupJobSession:5e550000-0000-4000-8000-000000000002")
                .replace(text.startsWith("<") ? '\u0000' : '\'', '"'));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'LinkedJobObjects':[]}",
                "{'LinkedJobObjects':null}",
                "{'LinkedJobs':[{'LinkedJobUid':'UID-OF-JOB'}]}",
                "{'LinkedJobs':[{'LinkedJobUid':' UID-OF-JOB '}]}",
                "{'LinkedJobs':[],'Version':'14','Summary':{'Count':0}}",
                "{'LinkedJobs':[],'PagingInfo':{'PageNum':1,'PagesCount':1}}",
                "<LinkedJobResourceObjects/>",
                "<LinkedJobResourceObjects><Summary>none</Summary></LinkedJobResourceObjects>",
                "<LinkedJobResourceObjects><Links><Link Rel='Up' Type='Job' Href='x'/></Links></LinkedJobResourceObjects>"
            })
    void isAListOfLinkedJobs(String text) throws IOException {
        assertThat(read(text).isLinkedJobs()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'LinkedJobs':'not available'}",
                "{'LinkedJobs':['UID-OF-JOB']}",
                "{'LinkedJobs':[{'jobRef':'UID-OF-JOB'}]}",
                "{'LinkedJobs':[{'UID':'UID-OF-JOB','Type':'JobReference'}]}",
                "{'LinkedJobs':[{'LinkedJobUid':'UID-OF-JOB'},{'jobRef':'x'}]}",
                "{'LinkedJobs':null,'Message':'database offline'}",
                "{'LinkedJobs':[{'LinkedJobUid':'UID-OF-JOB'}],'Message':'the rest is offline'}",
                "{'LinkedJobs':[{'LinkedJobUid':'UID-OF-JOB'}],'PagingInfo':{'PageNum':1,'PagesCount':3}}",
                "{'LinkedBackupRepositories':[{'LinkedBackupRepositoryUid':'urn:veeam:Repository:1'}]}",
                "{'LinkedBackupRepositories':[]}",
                "{'LinkedJobs':[null]}",
                "{'LinkedJobs':[[]]}",
                "<Jobs><Job UID='UID-OF-JOB'><LinkedJobIncludes><LinkedJobObject><LinkedJobUid>UID-OF-JOB</LinkedJobUid>"
                        + "</LinkedJobObject></LinkedJobIncludes></Job></Jobs>",
                "<LinkedJobsError><Message>boom</Message></LinkedJobsError>",
                "<LinkedJobResourceObjects><LinkedJobObject><Ref>x</Ref></LinkedJobObject></LinkedJobResourceObjects>",
                "<LinkedJobResourceObjects><LinkedBackupRepository><LinkedBackupRepositoryUid>x"
                        + "</LinkedBackupRepositoryUid></LinkedBackupRepository></LinkedJobResourceObjects>"
            })
    void isNoListOfLinkedJobs(String text) throws IOException {
        assertThat(read(text).isLinkedJobs()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'Entities':{'BackupJobSessions':{'BackupJobSessions':[SESSION]},'Jobs':null},'PagingInfo':null}",
                "{'Entities':{'BackupJobSessions':{'BackupJobSessions':[]}}}",
                "{'Entities':null,'PagingInfo':{'PageNum':1,'PagesCount':1}}",
                "{'Entities':null,'PagingInfo':{'PageNum':1,'PagesCount':0}}",
                "{'Entities':{'BackupJobSessions':{'BackupJobSessions':[SESSION]}},'PagingInfo':{'PageNum':1,'PagesCount':9}}",
                "<QueryResult><Refs/><PagingInfo PageNum='1' PagesCount='1'><Links/></PagingInfo></QueryResult>",
                "<QueryResult><Entities><BackupJobSessions/></Entities><Summary Of='x'/></QueryResult>"
            })
    void isTheFirstPageOfSessions(String text) throws IOException {
        assertThat(read(text).isPageOfSessions(1)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'Entities':{'BackupJobSessions':{'BackupJobSessions':[SESSION]}},'PagingInfo':{'PageNum':2,'PagesCount':2}}",
                "{'Entities':{'BackupJobSessions':{'BackupJobSessions':[]}},'PagingInfo':{'PageNum':1,'PagesCount':5}}",
                "{'Entities':{'BackupJobSessions':{'BackupJobSessions':[SESSION]}},'PagingInfo':{'PageNum':1,'PagesCount':-2}}",
                "{'Entities':null,'Message':'database offline','StatusCode':500}",
                "{'Entities':{'BackupJobSessions':{'BackupJobSessions':[SESSION,{'UID':'UID-OF-RUN'}]}}}",
                "{'Entities':{'BackupJobSessions':{'BackupJobSessions':[SESSION,{'Id':'x'}]}}}",
                "{'Refs':{'Refs':[{'UID':'UID-OF-RUN','Type':'BackupJobSessionReference'}]},'Entities':null}",
                "{'Entities':{'Jobs':{'Jobs':[{'UID':'UID-OF-JOB','Type':'Job'}]}}}",
                "{'BackupJobSessions':[SESSION]}",
                "{'Entities':{'BackupJobSessions':{'BackupJobSessions':[null]}}}",
                "{'Entities':{'BackupJobSessions':{'BackupJobSessions':[[]]}}}",
                "{'Entities':{'BackupJobSessions':{'BackupJobSessions':[SESSION,'x']}}}",
                "{}"
            })
    void isNotTheFirstPageOfSessions(String text) throws IOException {
        assertThat(read(text).isPageOfSessions(1)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"99, true", "100, false"})
    void aFullPageThatDoesNotSayHowManyThereAreMayBeTheFirstOfMany(int rows, boolean isAll) throws IOException {
        String sessions = String.join(",", Collections.nCopies(rows, "SESSION"));
        String text = "{'Entities':{'BackupJobSessions':{'BackupJobSessions':[" + sessions + "]}}}";
        assertThat(read(text).isPageOfSessions(1)).isEqualTo(isAll);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'BackupJobSessions':[SESSION]}",
                "{'BackupJobSessions':[]}",
                "<BackupJobSessions/>",
            })
    void isAListOfSessions(String text) throws IOException {
        assertThat(read(text).isSessions()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'BackupJobSessions':[SESSION],'PagingInfo':{'PageNum':1,'PagesCount':4}}",
                "{'BackupJobSessions':[{'UID':'UID-OF-RUN','Type':'BackupJobSessionReference'}]}",
                "<BackupJobSessionReferences/>",
                "{'Refs':[]}"
            })
    void isNoListOfSessions(String text) throws IOException {
        assertThat(read(text).isSessions()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'LinkedJobs':[{'LinkedJobUid':null},{'LinkedJobUid':'UID-OF-JOB'}]}",
                "{'LinkedJobs':[{'LinkedJobUid':{'Value':'UID-OF-JOB'}}]}",
                "{'LinkedJobs':[{'LinkedJobUid':['UID-OF-JOB','urn:veeam:Job:x']}]}",
                "{'LinkedJobs':[{'LinkedJobUid':'urn:veeam:Backup:0dd0b0b0-0000-4000-8000-000000000001'}]}",
                "<Jobs><Job UID='urn:veeam:Job:{0dd0b0b0-0000-4000-8000-000000000001}'/></Jobs>",
                "<Jobs><Job Type='Job' Name='SQL'/></Jobs>",
                "<Jobs><Job UID='UID-OF-JOB'><ScheduleEnabled>yes</ScheduleEnabled></Job></Jobs>",
                "<Jobs><Job UID='UID-OF-JOB' Name='SQL'><Name>Exchange</Name></Job></Jobs>",
                "{'Entities':null,'PagingInfo':{'PageNum':1,'PagesCount':{'Value':3}}}",
                "{'a':[{'UID':'UID-OF-RUN','JobUid':null,'State':'Stopped','CreationTime':'2026-02-28T21:00:00Z'}]}",
                "{'a':[{'UID':'UID-OF-RUN','JobUid':'','State':'Stopped','CreationTime':'2026-02-28T21:00:00Z'}]}",
                "{'a':[{'JobUid':'UID-OF-JOB','State':'Stopped','CreationTime':'2026-02-28T21:00:00Z'}]}",
                "{'a':[{'UID':'UID-OF-RUN','JobUid':'UID-OF-JOB','State':'Stopped'}]}",
                "{'a':[{'UID':'UID-OF-RUN','JobUid':'UID-OF-JOB','CreationTime':'2026-02-28T21:00:00Z'}]}",
                "{'a':[{'UID':'UID-OF-RUN','JobUid':'UID-OF-JOB','State':'Stopped','State':'Working',"
                        + "'CreationTime':'2026-02-28T21:00:00Z'}]}",
                "{'a':[{'UID':'UID-OF-RUN','JobUid':'UID-OF-JOB','State':'Stopped',"
                        + "'CreationTime':'2026-02-28T21:00:00Z','CreationTimeUTC':'2026-02-28T20:00:00Z'}]}",
                "{'a':[{'UID':'UID-OF-RUN','JobUid':'UID-OF-JOB','State':'Stopped','IsRetry':'maybe',"
                        + "'CreationTime':'2026-02-28T21:00:00Z'}]}"
            })
    void aRowThatContradictsItselfOrLacksWhatTellsItApartMakesAllUnreadable(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(Answers.UnreadableException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Job UID='UID-OF-JOB' Name='SQL' xmlns:x='urn:other' x:Name='other' x:UID='urn:veeam:Job:other'/>",
                "<Job xmlns:x='urn:other' x:UID='other' UID='UID-OF-JOB'><x:Name>other</x:Name><Name>SQL</Name></Job>",
                "<v:Job xmlns:v='urn:em' UID='UID-OF-JOB'><v:Name>SQL</v:Name><o:Name xmlns:o='urn:o'>x</o:Name></v:Job>",
                "<Job xmlns='urn:em' UID='UID-OF-JOB' v:Name='SQL' xmlns:v='urn:em'/>"
            })
    void whatIsOfAnotherNamespaceIsNotEms(String text) throws IOException {
        assertThat(read(text).jobs)
                .singleElement()
                .satisfies(job -> assertThat(job.name).isEqualTo("SQL"));
    }
}
