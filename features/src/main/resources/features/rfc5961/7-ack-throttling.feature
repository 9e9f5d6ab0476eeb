Feature: RFC 5961 section 7: ACK throttling
  What looks like an attack is answered with a question: is that you? Who answers every one of hundreds of forged segments works
  for the attacker.

  Rule: Of hundreds of challenges only some leave, and the connection goes on
    @RFC5961/THROTTLE
    Scenario Outline: Hundreds of forged SYNs get a few answers, and hurt nobody, if the <opener> has opened the connection
      Given a connection that the <opener> has opened, starting at any sequence number
      When the peer is imitated by somebody who sends hundreds of SYNs within a second
      Then the endpoint answers only some of them
      And once the peer sends what comes next, the endpoint's application receives exactly what the peer sent

      Examples:
        | opener   |
        | endpoint |
        | peer     |

  Rule: What is challenged at one place of the window is challenged at each
    @RFC5961/3.2-EXACT @virtual-time
    Scenario Outline: A reset is challenged however close it comes, if the <opener> has opened the connection
      Given a connection that the <opener> has opened, starting at any sequence number
      When the peer is imitated by somebody whose resets come ever closer to the number that is expected
      Then the endpoint challenges each of them, if it has challenged the first

      Examples:
        | opener   |
        | endpoint |
        | peer     |

  Rule: A limit is for a time, and not for ever
    @RFC5961/7-AGAIN @virtual-time
    Scenario Outline: What is forged but once a minute is challenged each time, if the <opener> has opened the connection
      Given a connection that the <opener> has opened, starting at any sequence number
      When the peer is imitated by somebody who sends any forged segment once a minute, for three hours
      Then the endpoint answers each of them, if it has answered the first

      Examples:
        | opener   |
        | endpoint |
        | peer     |


    @RFC5961/7-AGAIN @virtual-time
    Scenario Outline: Who goes on forging does not keep the limit shut, if the <opener> has opened the connection
      Given a connection that the <opener> has opened, starting at any sequence number
      When the peer is imitated by somebody who sends any forged segment twenty times at once, and then every four seconds for longer than half an hour
      Then the endpoint goes on answering some of them, if it has answered the first

      Examples:
        | opener   |
        | endpoint |
        | peer     |
